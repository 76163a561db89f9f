//! English: what the checks say of the process, changes after submission and the calendar of monitoring.

use crate::i18n::RuleText;
use crate::rules::Check;

/// What a check says, if it is one of these.
pub(super) const fn rule(check: Check) -> Option<RuleText> {
    let (wrong, why, todo) = match check {
        // Process.
        Check::Proc1 => (
            "The participation space has not been named yet.",
            "The government must have one for developing and reviewing the plan; a dedicated forum is not \
            required.",
            "Name the space used, whether new or existing.",
        ),
        Check::Proc2a => (
            "No co-creation meeting with non-governmental stakeholders is noted.",
            "This minimum requirement will be assessed: at least one meeting during co-creation.",
            "Add it to the list if it has taken place; if not, hold one.",
        ),
        Check::Proc2b => (
            "From {from} to {to}, the list has {count} implementation {count|meeting|meetings} with \
            non-governmental stakeholders.",
            "The handbook asks for two meetings a year on implementation.",
            "Add any that are missing from the list, or plan two for this year.",
        ),
        Check::Proc4None => (
            "The endorsement of the final plan has no date yet.",
            "Non-governmental stakeholders endorse the plan in its final version.",
            "Give the day they endorsed it; if they have not, ask for their endorsement.",
        ),
        Check::Proc4Changed => (
            "The plan was changed on {changed}, after it was endorsed on {endorsed}.",
            "The endorsement of non-governmental stakeholders is for the final version.",
            "Have the current text endorsed, then note the new day.",
        ),
        Check::Proc4Differs => (
            "The plan has changed since it was endorsed on {endorsed}: {questions}.",
            "The endorsement of non-governmental stakeholders is for the final version.",
            "Compare the two texts, then have the current one endorsed and note the new day.",
        ),
        Check::Proc5 => (
            "The requirement “{requirement}” is met, but without evidence.",
            "Without evidence, participation may be considered contrary to process and put on probation.",
            "Add a primary source, for example the link to the minutes of a meeting.",
        ),
        Check::Proc6 => (
            "The completion of the orientation programme has no date yet.",
            "New members follow it as they begin co-creation.",
            "Complete the online programme, then give the day.",
        ),
        Check::Proc7 => (
            "These recommended practices have not been ticked yet: {lacking}.",
            "The handbook recommends them, without requiring them, to involve civil society and citizens \
            well.",
            "Tick those you follow and see which others to adopt.",
        ),
        Check::Proc8 => (
            "The website has not been confirmed yet on these points: {lacking}.",
            "A website is recommended, not required; where there is one, Annex 4 says what it contains.",
            "Complete it where needed, then tick what it offers.",
        ),
        Check::Proc9 => (
            "Nothing shows yet that the OGP Support Unit knows which participation space was chosen.",
            "Whatever the space, the Support Unit must be told.",
            "Tell the Support Unit, then give the day.",
        ),
        // Changes after submission.
        Check::Mod1 => (
            "A commitment was changed or deleted on {day}, though the time for doing so ended on {closed}.",
            "A commitment can be changed or deleted within six months of its submission.",
            "Check the date; if it is right, talk to the OGP Local team.",
        ),
        Check::Mod1Unlisted => (
            "The commitment “{title}” is no longer as submitted, the change log has no entry, and the time \
            for changes ended on {closed}.",
            "A commitment can be changed within six months of its submission.",
            "Record a change made in time, or restore the submitted text.",
        ),
        Check::Mod2 => (
            "In the change log, the cell “{cell}” of an entry is empty.",
            "Non-governmental stakeholders from co-creation are consulted and approve; the decision is \
            documented.",
            "Complete this entry.",
        ),
        Check::Mod2Unlisted => (
            "The commitment “{title}” is no longer as submitted, and the change log does not say so.",
            "Every change is to be documented, together with how it was decided.",
            "Add an entry, or restore the submitted text.",
        ),
        Check::Mod3 => (
            "A change does not say when the OGP Local team was told of it.",
            "Every change to a commitment must be communicated to the team.",
            "Tell the team, then note the day in the change log.",
        ),
        Check::Mod4 => (
            "The changed commitment departs from rules that it followed when submitted: {rules}.",
            "The handbook does not rule this out, but a change should keep what was in order.",
            "Review these points, or go back to the submitted text.",
        ),
        // Monitoring.
        Check::Mon1 => (
            "According to the dates entered, the initial assessment had not been completed by {due}.",
            "The monitoring body completes it within two months of the submission of the plan.",
            "Note its date if it is missing; if not, agree on the next steps with the monitoring body.",
        ),
        Check::Mon2 => (
            "According to the dates entered, the end-of-commitment assessment had not been submitted by \
            {due}.",
            "It is due one month after full implementation or after the end of the plan, whichever comes \
            first.",
            "Note its date if it is missing; if not, remind the monitoring body.",
        ),
        Check::Mon3 => (
            "According to the dates entered, the report on the final learning exercise had not been \
            submitted by {due}.",
            "The exercise and its report are due within two months of the end of the plan.",
            "Note the date if it is missing; if not, set one with the monitoring body.",
        ),
        Check::Mon4 => (
            "Between {from} and {to}, no public update is noted.",
            "The point of contact publishes one each quarter with OGP’s online tracking tool.",
            "Note it if there was one; if not, publish where the commitments stand now.",
        ),
        Check::Mon5 => (
            "Between {from} and {to}, {count} quarters in a row, no public update is noted.",
            "After two quarters without an update, a member is considered inactive.",
            "Note any updates already published, or publish one without delay.",
        ),
        Check::Mon6 => (
            "Between {from} and {to}, {count} quarters in a row, no milestone moved forward despite the updates.",
            "After two quarters without progress in any commitment, a member is considered inactive.",
            "Update the status of the milestones, or talk over the obstacles with the Support Unit.",
        ),
        Check::Mon7 => (
            "The inactivity has lasted since {since}; the six months allowed ended on {limit}.",
            "Beyond six months, unless inactivity is voluntary, participation is contrary to process and put \
            on probation.",
            "Note the day work resumed, or talk to the Support Unit.",
        ),
        Check::Mon8 => (
            "The probation has lasted since {since}; the four months for putting things right ended on \
            {limit}.",
            "After that, membership is revoked.",
            "Note the day the requirements were met, or talk to the OGP Support Unit without delay.",
        ),
        Check::Mon9 => (
            "It is still to be confirmed that the monitoring body invites comments from both sides and uses \
            OGP’s forms.",
            "Its reports take account of the views of government and non-governmental stakeholders.",
            "Ask the body about it, then tick the confirmation.",
        ),
        Check::Mon10 => (
            "It is still to be confirmed that the voluntary inactivity was discussed with the \
            non-governmental stakeholders and the OGP Local team.",
            "The handbook strongly recommends it, to keep up momentum.",
            "Talk it over with them, then tick the confirmation.",
        ),
        _ => return None,
    };
    Some(RuleText { wrong, why, todo })
}
