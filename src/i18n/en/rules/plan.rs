//! English: what the checks say of the letter and the plan period.

use crate::i18n::RuleText;
use crate::rules::Check;

/// What a check says, if it is one of these.
pub(super) const fn rule(check: Check) -> Option<RuleText> {
    let (wrong, why, todo) = match check {
        // Eligibility and letter.
        Check::Elig1 => (
            "When the jurisdiction joined on {joined}, fewer than 16 months were left of the mandate that \
            ends in {mandate_end}.",
            "That time allows the current administration to complete the action plan cycle without \
            interruption.",
            "Check both dates; if they are right, talk to the OGP Support Unit.",
        ),
        Check::Elig2 => (
            "The letter of support has not been confirmed yet on these points: {lacking}.",
            "The Support Unit assesses the application for membership on the basis of this letter.",
            "Complete the letter where needed, then tick what it contains.",
        ),
        Check::Elig3 => (
            "Nothing shows yet that the letter of support names an open government reform or successful \
            co-creation of the last three years.",
            "Such experience is an eligibility criterion.",
            "Give one example in the letter, then tick this point.",
        ),
        Check::Elig5Lead => (
            "The lead agency for OGP Local has not been named yet.",
            "The government identifies it when it applies for membership.",
            "Enter its name under “About this plan”.",
        ),
        Check::Elig5Official => (
            "The senior official who oversees participation in OGP Local has not been named yet.",
            "This person acts with authority delegated by the head of the local government.",
            "Enter their name and title under “About this plan”.",
        ),
        Check::Elig5Contact => (
            "The point of contact for OGP Local has not been named yet.",
            "This person coordinates day-to-day work and is the link to the Support Unit.",
            "Enter their name, office and email address under “About this plan”.",
        ),
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
        Check::Plan3Short => (
            "The plan lasts only {months} {months|month|months}, less than a year.",
            "Without elections, a plan lasts one to four years or follows the existing medium-term vision.",
            "Choose {earliest} or later as its end, or the end of the medium-term vision.",
        ),
        Check::Plan3Long => (
            "The plan lasts {months} {months|month|months}, more than four years.",
            "Without elections, a plan lasts one to four years or follows the existing medium-term vision.",
            "Choose {latest} or earlier as its end, or the end of the medium-term vision.",
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
        Check::Plan6 => (
            "The time for submitting the plan ended on {deadline}, four months after the previous plan \
            ({previous_end}).",
            "A member who goes past this date is considered inactive.",
            "Check the dates; if they are right, agree on the next steps with the OGP Support Unit.",
        ),
        Check::Plan7 => (
            "The time for submitting the first plan ended on {deadline}.",
            "A new member who goes past this date without an extension is considered inactive.",
            "Check the dates, or ask for an extension and note it once it is granted.",
        ),
        Check::Plan8 => (
            "An answer has no English text yet.",
            "Plans are submitted in English so that other jurisdictions around the world can learn from \
            them.",
            "Open “In English” below the question and add the translation.",
        ),
        Check::Plan9 => (
            "Nothing confirms that the plan was submitted by the point of contact.",
            "Only points of contact can submit a plan on OGP’s platform.",
            "Say who submitted it; if it was somebody else, hand the file to the point of contact.",
        ),
        Check::Plan10 => (
            "The final learning exercise, due in {exercise}, falls after the end of the mandate of “{name}” \
            ({mandate_end}).",
            "The handbook does not rule this out, but the outgoing administration could no longer take part.",
            "Agree within the coalition who will take part for this jurisdiction.",
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
        _ => return None,
    };
    Some(RuleText { wrong, why, todo })
}
