//! English: what the checks say.
//!
//! Each check has three sentences: what is wrong, to be understood without its question; why it matters; what
//! to do. Braces hold the values that the catalogue names for the check; `{months|month|months}` is the word that
//! fits that number. The spelling is British.

use crate::i18n::RuleText;
use crate::rules::Check;

/// What a check says.
pub(super) fn rule(check: Check) -> RuleText {
    let (wrong, why, todo) = match check {
        // Plan period.
        Check::Plan1 => (
            "The plan ends in {end}, too late for a mandate that ends in {mandate_end}.",
            "The plan ends at least two months before the mandate does, which leaves time for the final \
            learning exercise.",
            "Choose {latest} or earlier.",
        ),
        Check::Plan2 => (
            "The end of the plan has not been given yet.",
            "The end of the mandate and the end of the plan determine the action plan period.",
            "Give the month and the year.",
        ),
        Check::Plan2Mandate => (
            "The end of the mandate has not been given yet.",
            "The end of the mandate and the end of the plan determine the action plan period.",
            "Give the month and the year, or tick “No elections” under “About this plan”.",
        ),
        Check::Plan2Unreadable | Check::Com2aUnreadable => (
            "The entry “{typed}” cannot be read as a month and a year.",
            "Until the month is readable, the length of the period cannot be checked.",
            "Fill in both boxes: a month (1 to 12, or its name) and a four-digit year from 2000 to \
            2099.",
        ),
        Check::Plan4a => (
            "The plan starts in {start}, after its end in {end}.",
            "In this order, the length of the plan cannot be checked.",
            "Correct the start or the end of the plan.",
        ),
        Check::Plan4b => (
            "The plan starts in {start}, before the jurisdiction joined OGP Local ({joined}).",
            "A plan begins when the jurisdiction joins OGP Local or when the new mandate begins.",
            "Check the start of the plan and the date of joining.",
        ),
        Check::Plan5 => (
            "From start to end, the plan lasts only {months} {months|month|months}.",
            "A commitment lasts at least a year, so none would fit into this period.",
            "Check the start and the end of the plan; if the mandate leaves less than 12 months, talk \
            to the OGP Support Unit.",
        ),
        Check::Plan11a => (
            "The plan ends in {end}, which has already passed.",
            "A plan still to be submitted usually ends later; the year may be a slip.",
            "Check the month and the year, or note the day the plan was submitted.",
        ),
        Check::Plan11b => (
            "The mandate ends in {mandate_end}, more than eight years from now.",
            "Local mandates are rarely that long; the year may be a slip.",
            "Check the year.",
        ),
        Check::Plan12 => (
            "The plan ends in {end}, {months} {months|month|months} before the end of the mandate.",
            "The action plan cycle follows the length of the mandate.",
            "Extend the plan, to {latest} at the latest, or keep this end if it is intended.",
        ),
        // Vision, participation, monitoring, endorsement.
        Check::Vis1a => (
            "The foreword is still missing.",
            "It sets out the ambition of the plan and how government and civil society will work together.",
            "Write it, jointly or separately.",
        ),
        Check::Vis3 => (
            "An answer about the strategic vision is still missing.",
            "The vision guides the commitments throughout the plan period.",
            "Answer the question; a few sentences are enough.",
        ),
        Check::Vis4 => (
            "An answer about participation and coordination is still missing.",
            "The vision says who is responsible for the plan, who took part and how collaboration will \
            continue.",
            "Answer the question.",
        ),
        Check::Vis5Long => (
            "The name of an institution has {length} characters, more than the {limit} that OGP’s site \
            shows.",
            "OGP’s public page cuts off the end of longer names.",
            "Shorten it, for example with an acronym.",
        ),
        Check::Vis5Same => (
            "The institution “{name}” appears more than once in the list.",
            "OGP’s public page prints the list as it stands, repetition included.",
            "Keep one row per institution.",
        ),
        Check::Vis5Empty | Check::Vis16bEmpty | Check::Com8Empty => (
            "A row was left empty beside rows that are filled in.",
            "It is unclear whether an answer is missing or the row is not needed.",
            "Fill it in or delete it.",
        ),
        Check::Vis6 => (
            "Question 5.3 is answered, but it has not been said whether it names spaces of this kind.",
            "The template asks for both kinds to be mentioned.",
            "Choose “Named in 5.3” or “There are none”.",
        ),
        Check::Vis7a => (
            "The number of groups entered, “{typed}”, cannot be read as a whole number from 1 to \
            999,999.",
            "Question 5.6 asks for a total; details belong in 5.5.",
            "Write the total in digits alone, without spaces or commas.",
        ),
        Check::Vis8 => (
            "The number of co-creation meetings entered, “{typed}”, cannot be read as a whole number \
            from 1 to 999,999.",
            "Co-creation includes at least one meeting with non-governmental stakeholders.",
            "Write it in digits alone; if there has been no meeting yet, hold one.",
        ),
        Check::Vis10 => (
            "The description of the monitoring body is still missing.",
            "One independent body, and only one, assesses the plan and its commitments.",
            "Describe the body chosen and what makes it independent.",
        ),
        Check::Vis11a => (
            "The contact details of the monitoring body are not complete yet.",
            "The template asks who this body is and how to reach it.",
            "Give an organisation or a name, and an email address or a telephone number.",
        ),
        Check::Vis11b | Check::Com7 => (
            "The entry “{typed}” does not look like an email address.",
            "The person or body must be reachable at this address.",
            "Write a single address, for example name@example.org.",
        ),
        Check::Vis15 => (
            "An answer about monitoring the plan is still missing.",
            "The vision says how progress will be monitored and made known to the public.",
            "Answer the question.",
        ),
        Check::Vis16a => (
            "The list of non-governmental stakeholders who endorse the plan is still empty.",
            "The final plan must be endorsed outside government, by those who took part in co-creation.",
            "Add at least one organisation or person.",
        ),
        Check::Vis16bSame => (
            "The name “{name}” appears more than once among the endorsements.",
            "Each stakeholder endorses the plan only once.",
            "Keep one row per name.",
        ),
        Check::Vis16bGovernment => (
            "The name “{name}” appears among the endorsements, but also as a government body of the plan.",
            "The endorsement asked for is that of non-governmental stakeholders.",
            "Delete it from the list, or check the other answer where it appears.",
        ),
        Check::Vis18a => (
            "The link “{typed}” is not a complete web address.",
            "A complete address begins with https:// or http:// and contains no space.",
            "Copy the whole address from the browser.",
        ),
        Check::Vis18b => (
            "Online spaces are named in 5.3, but the link to the site is missing.",
            "The template asks for it when co-creation or consultation took place online.",
            "Add the link to the site, if there is one.",
        ),
        // Number of commitments.
        Check::Cnt1 => (
            "From {month} on, {count} commitments are under way at the same time, above the limit of {limit}: \
            {titles}.",
            "A new commitment may be added once another is completed and assessed.",
            "Reschedule or delete commitments, or note those that are completed.",
        ),
        Check::Cnt1Always => (
            "Without clear dates, {count} commitments count as under way from the outset, above the limit of \
            {limit}: {titles}.",
            "Nothing shows that they follow one another.",
            "Complete their dates or delete commitments.",
        ),
        Check::Cnt4 => (
            "The plan does not contain any commitment yet.",
            "An action plan brings together a strategic vision and commitments.",
            "Add a first commitment.",
        ),
        // Each commitment.
        Check::Com1a => (
            "A commitment has no title yet.",
            "The title names the specific action and sets the commitment apart from the others.",
            "Name the action, for example “Publish the town’s public contracts”.",
        ),
        Check::Com1b => (
            "Another commitment already has the title “{title}”.",
            "The title sets the commitment apart from the plan’s other commitments.",
            "Make one of the two titles more specific.",
        ),
        Check::Com2a => (
            "The commitment has no “{cell}” yet.",
            "A commitment is limited in time and states its dates.",
            "Give the month and the year.",
        ),
        Check::Com2b => (
            "The commitment starts in {start}, after its end in {end}.",
            "In this order, its length cannot be checked.",
            "Correct one of the two months.",
        ),
        Check::Com3 => (
            "The commitment lasts only {months} {months|month|months}.",
            "The minimum is one year: 12 months, counting the first and the last.",
            "Choose {earliest} or later as its end, or an earlier start.",
        ),
        Check::Com3NoRoom => (
            "The commitment lasts only {months} {months|month|months}.",
            "The minimum is one year, that is 12 months, the first and the last included.",
            "Start it in {latest_start} or earlier: after that, the plan leaves less than 12 months.",
        ),
        Check::Com4a => (
            "The commitment ends in {end}, {months} {months|month|months} after the end of the plan \
            ({plan_end}).",
            "A commitment must be fully implemented within the plan period.",
            "Choose {plan_end} or earlier as its end.",
        ),
        Check::Com4b => (
            "The commitment starts in {start}, before the start of the plan ({plan_start}).",
            "A commitment is carried out within the plan period.",
            "Check the start of the commitment and that of the plan.",
        ),
        Check::Com5 => (
            "No row yet brings together the government body in charge, a contact and their email address.",
            "The commitment clearly names the main body responsible for its implementation.",
            "Complete these three cells in one row.",
        ),
        Check::Com6 => (
            "The branch of government of the body in charge is still missing.",
            "The template asks for it for the lead implementing body.",
            "Give it in at least one row, for example “executive”.",
        ),
        Check::Com8Organisation => (
            "A contact row does not name an office or organisation.",
            "Without it, it is unclear on whose behalf this person acts.",
            "Add the office or organisation.",
        ),
        Check::Com8Name => (
            "A contact row does not name anybody.",
            "A name shows whom to turn to.",
            "Add the name of the contact.",
        ),
        Check::Com9 => (
            "No non-governmental lead is given.",
            "The template asks for one where there is one; nothing says whether the gap is intended.",
            "Add one, or tick that there is none on purpose.",
        ),
        Check::Com10 => (
            "Part of the description of the commitment is still missing.",
            "Problem, status quo, action and expected results make the commitment specific and measurable.",
            "Answer the question.",
        ),
        Check::Com13a => (
            "The goal of the vision to which the commitment relates is still missing.",
            "Commitments put the strategic vision into practice.",
            "Name a goal from your answer to 4.1 or 4.4.",
        ),
        Check::Com13b => (
            "The commitment points to the vision, but 4.1 and 4.4 are still empty.",
            "The goal it names cannot be found there.",
            "Answer 4.1 or 4.4.",
        ),
        Check::Com14 => (
            "No policy area has been chosen yet.",
            "The template asks for the area most relevant to the commitment.",
            "Choose one or two areas.",
        ),
        Check::Com14Many => (
            "For this commitment, {count} policy areas are chosen.",
            "The template allows two at most.",
            "Keep one or two areas, the most relevant.",
        ),
        Check::Com15 => (
            "No sector has been chosen yet.",
            "The template asks for the sector most relevant to the commitment.",
            "Choose one or two sectors.",
        ),
        Check::Com15Many => (
            "For this commitment, {count} sectors are chosen.",
            "The template allows two at most.",
            "Keep one or two sectors, the most relevant.",
        ),
        Check::Com16 => (
            "The option “Other” is chosen without saying which.",
            "The handbook does not require it, but “Other” alone tells readers nothing.",
            "Say in a few words what is meant.",
        ),
        Check::Com17 => (
            "No OGP value has been chosen yet.",
            "Each commitment advances one or more of these values.",
            "Choose at least one value.",
        ),
        Check::Com18 => (
            "The only value chosen is technology and innovation.",
            "It cannot stand alone: it supports one of the other three values.",
            "Choose the value it supports as well.",
        ),
        Check::Com19a => (
            "No resources are given yet.",
            "Each commitment states its resources: budget, staff, time or others.",
            "Fill in at least one row.",
        ),
        Check::Com19b => (
            "The amount of {amount} has no currency.",
            "The template asks for the currency of the budget.",
            "Add the currency, for example EUR, KES or PHP.",
        ),
        Check::Com19c => (
            "The entry “{typed}” cannot be read as a quantity.",
            "These cells take a single number, zero included, with two decimals at most.",
            "Write the number alone, without sign, unit or range.",
        ),
        Check::Com19d => (
            "The cell “{cell}” is empty in every row.",
            "The template asks for the budget, staff and time needed.",
            "Add an estimate, or 0 if none is needed.",
        ),
        Check::Com20 => (
            "The time needed is {time} months, but the commitment lasts only {months}.",
            "The handbook does not require it, but the two lengths should agree.",
            "Check the time needed or the dates of the commitment.",
        ),
        Check::Com21 => (
            "It has not been stated yet whether the resources are already secured.",
            "The template asks for a choice between yes, no and partially.",
            "Choose an answer.",
        ),
        Check::Com24 => (
            "The body “{office}” is not among the institutions in 5.1.",
            "The lead body of a commitment is usually one of the institutions responsible for the plan.",
            "Add it to 5.1 or check the names.",
        ),
        // Milestones.
        Check::Mil1 => (
            "The commitment has no milestone yet.",
            "Milestones and their dates make it possible to verify progress.",
            "Add at least one milestone.",
        ),
        Check::Mil2 => (
            "The milestone date “{typed}” cannot be read as a month and a year.",
            "The template asks for the form MM/YYYY.",
            "Fill in both boxes: a month (1 to 12, or its name) and a four-digit year from 2000 to \
            2099.",
        ),
        Check::Mil3 => (
            "The milestone starts in {start}, after its end in {end}.",
            "In this order, it cannot be placed on the commitment’s timeline.",
            "Correct one of the two months.",
        ),
        Check::Mil4Early => (
            "A date of the milestone, {month}, is before the start of the commitment ({start}).",
            "A milestone is a step of the commitment and lies within its dates.",
            "Choose {start} or later, or an earlier start for the commitment.",
        ),
        Check::Mil4Late => (
            "A date of the milestone, {month}, is after the end of the commitment ({end}).",
            "A milestone is a step of the commitment and lies within its dates.",
            "Choose {end} or earlier, or a later end for the commitment.",
        ),
        Check::Mil5 => (
            "A cell of the milestone is not filled in yet.",
            "For each milestone, the template asks for a description, two dates, a responsible body and a \
            contact.",
            "Fill in this cell.",
        ),
        Check::Mil6 => (
            "The status of the milestone has not been chosen yet.",
            "The template offers five statuses, from “Not started” to “Incomplete”.",
            "Choose the current status of the milestone.",
        ),
        Check::Mil7NotStarted => (
            "According to its status, the milestone has not started, though one of its months, {month}, has \
            passed.",
            "The handbook does not require it, but status and dates should agree.",
            "Update the status or the dates.",
        ),
        Check::Mil7Early => (
            "The milestone is marked “{status}”, though it does not start until {start}.",
            "The handbook does not require it, but status and dates should agree.",
            "Update the status or the dates.",
        ),
        Check::Mil7Late => (
            "The milestone is marked “{status}”, though it was to end in {end}.",
            "The handbook does not require it, but status and dates should agree.",
            "Update the status or the dates.",
        ),
        Check::Mil8a => (
            "The last dated milestone ends in {last}, before the end of the commitment ({end}).",
            "Without a final milestone, the last part of the commitment cannot be followed.",
            "Add a milestone, extend the last one or shorten the commitment.",
        ),
        Check::Mil8b => (
            "Between {from} and {to}, no dated milestone covers these {months} {months|month|months}.",
            "With more than six months between milestones, two quarters can pass without visible \
            progress.",
            "Add a milestone in between or extend a neighbouring one.",
        ),
    };
    RuleText { wrong, why, todo }
}
