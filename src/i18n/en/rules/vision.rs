//! English: what the checks say of the vision, participation, monitoring and endorsement.

use crate::i18n::RuleText;
use crate::rules::Check;

/// What a check says, if it is one of these.
pub(super) const fn rule(check: Check) -> Option<RuleText> {
    let (wrong, why, todo) = match check {
        Check::Vis1a => (
            "The foreword is still missing.",
            "It sets out the ambition of the plan and how government and civil society will work together.",
            "Write it, jointly or separately.",
        ),
        Check::Vis1b => (
            "Nobody has confirmed yet that the foreword sets out the ambition of the plan and how both sides \
            will work together.",
            "The template recommends covering both.",
            "Read answer 2 again, add to it if needed, then confirm.",
        ),
        Check::Vis2 => (
            "An answer lists {count} documents, while another of OGP’s online forms takes only {limit}.",
            "The handbook sets no limit, but the platform may refuse any beyond that number.",
            "Combine several in one file, or keep the most useful.",
        ),
        Check::Vis2Large => (
            "The document “{name}” is {size}\u{a0}MB, while another of OGP’s online forms takes only {limit}\u{a0}MB per file.",
            "The handbook sets no limit, but the platform may refuse the file.",
            "Make the document smaller, or give a link to the page where it can be found.",
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
        Check::Vis7b => (
            "Question 5.6 gives {count} {count|group|groups}, but the list by type adds up to {total}.",
            "The handbook does not require it, but the two numbers should agree.",
            "Correct the number in 5.6 or the list.",
        ),
        Check::Vis8 => (
            "The number of co-creation meetings entered, “{typed}”, cannot be read as a whole number \
            from 1 to 999,999.",
            "Co-creation includes at least one meeting with non-governmental stakeholders.",
            "Write it in digits alone; if there has been no meeting yet, hold one.",
        ),
        Check::Vis9 | Check::Proc3 => (
            "Government, non-governmental stakeholders or both have not been ticked as taking part.",
            "The co-creation space must bring together representatives of both sides.",
            "Below 5.5, tick both if they took part; if not, invite the side that is missing.",
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
        Check::Vis12a => (
            "The monitoring body, “{name}”, is also among those responsible for the plan or for a \
            commitment.",
            "A monitoring body assesses independently; here it would judge its own work.",
            "Choose another body, or check the answers where this name appears.",
        ),
        Check::Vis12b => (
            "The monitoring body is a working group of the participation space; it is not confirmed that its \
            members take no part in implementation.",
            "Such a group is allowed as long as it is independent.",
            "Check who belongs to it, then tick the confirmation.",
        ),
        Check::Vis13 => (
            "There is no date yet for the approval of the monitoring body by the non-governmental \
            stakeholders.",
            "The choice of this body requires their approval.",
            "Give the day they approved it; if they have not, ask for their approval.",
        ),
        Check::Vis14 => (
            "It is still to be confirmed that the monitoring body has the resources it needs.",
            "The member of OGP Local ensures that the body can do its work.",
            "Provide for these resources, then tick the confirmation.",
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
        Check::Vis17 => (
            "It has not been confirmed that every stakeholder listed in 7 took part in co-creation.",
            "The template asks there for those who took part and who endorse the plan.",
            "Remove any that did not take part, then tick the confirmation.",
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
        Check::Vis19 => (
            "Nobody has confirmed yet that the vision describes its development, participation and its \
            results, future collaboration and monitoring.",
            "The handbook asks for this, but no question is about those results.",
            "Read 5.3, 5.5, 5.8, 6.3 and 6.5 again, add the results of participation to 5.5, then confirm.",
        ),
        Check::Vis20 => (
            "Nobody has confirmed yet that the vision spans the whole government and centres on ambitious \
            reforms tied to the OGP values.",
            "A successful vision, says the handbook, goes beyond one department and sets priorities.",
            "Read 4.1 and 4.4 again, then confirm.",
        ),
        _ => return None,
    };
    Some(RuleText { wrong, why, todo })
}
