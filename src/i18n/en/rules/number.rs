//! English: what the checks say of the number of commitments and coalitions.

use crate::i18n::RuleText;
use crate::rules::Check;

/// What a check says, if it is one of these.
pub(super) const fn rule(check: Check) -> Option<RuleText> {
    let (wrong, why, todo) = match check {
        Check::Cnt1 | Check::Cnt2 | Check::Cnt3 => (
            "From {month} on, {count} commitments are under way at the same time, above the limit of {limit}: \
            {titles}.",
            "A new commitment may be added once another is completed and assessed.",
            "Reschedule or delete commitments, or note those that are completed.",
        ),
        Check::Cnt1Always | Check::Cnt2Always | Check::Cnt3Always => (
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
        Check::Cnt5a => (
            "The plan has {count} commitments with no assessment noted, above the limit of {limit}.",
            "A commitment may be added once another is completed and assessed.",
            "Note the assessments already submitted, or add further commitments later.",
        ),
        Check::Cnt5b => (
            "It has not been confirmed that the commitment added after submission was co-created.",
            "A commitment added along the way is co-created like the first ones.",
            "Co-create it with non-governmental stakeholders, then tick the confirmation.",
        ),
        Check::Cnt6 => (
            "The commitment, added after submission, will not be part of the initial assessment.",
            "The handbook provides for it only for the initial commitments and requires nothing more.",
            "Ask the monitoring body whether it can look at this one too.",
        ),
        Check::Jnt1Count => (
            "The plan is marked as joint but lists only one jurisdiction so far.",
            "A joint plan brings together two to four jurisdictions of the same country.",
            "Add the other jurisdictions, or say that the plan is not joint.",
        ),
        Check::Jnt1Country => (
            "Not all jurisdictions of the joint plan are shown as being in the same country ({countries}).",
            "A coalition brings together jurisdictions of a single country.",
            "Complete the country in each row, spelled the same way.",
        ),
        Check::Jnt1NoCountry => (
            "The country of “{name}” has not been given yet.",
            "A coalition brings together jurisdictions of a single country.",
            "Give the country in this row, spelled as in the others.",
        ),
        Check::Jnt1Member => (
            "It has not been confirmed yet that “{name}” is a member of OGP Local.",
            "A coalition is made up of member jurisdictions only.",
            "Tick the box in its row if it is one; if not, talk to the OGP Support Unit.",
        ),
        Check::Jnt2 => (
            "The name or the email address of the joint plan’s point of contact is still missing.",
            "The coalition agrees on one person to coordinate with the OGP Support Unit.",
            "Complete both under “About this plan”.",
        ),
        Check::Jnt3 => (
            "The joint plan ends in {end}, while the longest mandate in the coalition runs until \
            {mandate_end}.",
            "Where mandates differ, the joint plan follows the longest one.",
            "Choose {latest}, two months before the end of that mandate.",
        ),
        Check::Jnt4 => (
            "The commitment does not say yet which jurisdictions it applies to.",
            "In a joint plan, a commitment applies to one jurisdiction or to all.",
            "Choose one jurisdiction, or all of them.",
        ),
        Check::Jnt5a => (
            "The commitment ends in {end}, too late for the mandate of “{name}”.",
            "Each jurisdiction completes its commitments at least two months before its mandate ends.",
            "Choose {latest} or earlier as its end.",
        ),
        Check::Jnt5b => (
            "The joint commitment ends in {end}, too late for the mandate that ends first.",
            "The handbook does not clearly require it, but all jurisdictions implement a joint commitment.",
            "Choose {latest} or earlier, or plan the handover with the jurisdiction concerned.",
        ),
        Check::Jnt6a => (
            "The governance of the coalition has not been described yet.",
            "The partners define it themselves, as equals.",
            "Say who decides, who coordinates and how disagreements are settled.",
        ),
        Check::Jnt6b => (
            "It has not been said yet whether co-creation is joint or separate.",
            "The handbook leaves the choice to the jurisdictions and does not require them to state it, but \
            saying so helps readers.",
            "Choose one of the two.",
        ),
        Check::Jnt7 => (
            "The decision to go on as a coalition, after a joint plan, has no date yet.",
            "A joint plan is valid for one period; after it, the jurisdictions choose again.",
            "Give the day of the decision.",
        ),
        _ => return None,
    };
    Some(RuleText { wrong, why, todo })
}
