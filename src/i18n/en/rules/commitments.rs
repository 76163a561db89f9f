//! English: what the checks say of each commitment and its milestones.

use crate::i18n::RuleText;
use crate::rules::Check;

/// What a check says, if it is one of these.
pub(super) const fn rule(check: Check) -> Option<RuleText> {
    let (wrong, why, todo) = match check {
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
        Check::Com11 => (
            "Nobody has confirmed yet that the commitment starts from a public problem, not from a missing \
            tool.",
            "The template prefers “misallocation of welfare funds” to “lack of a website”.",
            "Read answer 6 again, then confirm.",
        ),
        Check::Com12 => (
            "The status quo is described without any figure.",
            "The handbook does not require one, but a figure at the start makes progress measurable.",
            "Add one if you have it, for example a percentage.",
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
        Check::Com23 => (
            "Nobody has confirmed yet that others can verify a milestone or a result of the commitment.",
            "The monitoring body and citizens should be able to check where the commitment stands.",
            "Read 8, 9 and the milestones in 17 again, then confirm.",
        ),
        Check::Com24 => (
            "The body “{office}” is not among the institutions in 5.1.",
            "The lead body of a commitment is usually one of the institutions responsible for the plan.",
            "Add it to 5.1 or check the names.",
        ),
        Check::Com25 => (
            "Nobody has confirmed yet that the commitment goes clearly beyond current practice.",
            "The handbook looks for a clear improvement, whether the reform is new or already under way.",
            "Read 7 and 8 again, then confirm.",
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
        Check::Mil9 => (
            "A milestone is the responsibility of “{name}”, which questions 3 to 5 do not name.",
            "The handbook does not require it, but whoever delivers a milestone takes part in the commitment.",
            "Name that body in questions 3 to 5, or check the spelling.",
        ),
        _ => return None,
    };
    Some(RuleText { wrong, why, todo })
}
