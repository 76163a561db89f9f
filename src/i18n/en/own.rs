//! English: the app's own questions.
//!
//! They say why they are asked, or how to answer; a question that is ticked reads as a statement.

use crate::i18n::QuestionText;
use crate::question::Question;

/// The wording of one of the app's own questions; nothing for one of the templates.
pub(super) fn question(question: Question) -> QuestionText {
    let (label, hint) = match question {
        Question::Joint => (
            "The plan is a joint plan of several jurisdictions",
            "Tick if two to four jurisdictions of the same country submit one plan together (3.4). Some \
            further rules then apply.",
        ),
        Question::Jurisdictions => (
            "Jurisdictions of the plan",
            "One row for each jurisdiction: one alone or, in a joint plan, two to four, all in the same \
            country and members of OGP Local. Their number sets how many commitments can run at the same \
            time.",
        ),
        Question::CoCreation => (
            "Co-creation process of the coalition",
            "The jurisdictions are free to hold one joint process or separate ones (3.4). Saying which \
            helps those who will assess the plan.",
        ),
        Question::Governance => (
            "Governance of the coalition",
            "Who decides, how the jurisdictions consult one another and how they share out the \
            commitments. The handbook leaves it to the partners to define this (3.4).",
        ),
        Question::Language => (
            "Working language of the answers",
            "The language you write in. OGP accepts plans in English only: allow for a translation before \
            you submit.",
        ),
        Question::Joined => (
            "Day the jurisdiction joined OGP Local",
            "Used to check that the plan does not start before you joined.",
        ),
        Question::Start => (
            "First month of the plan",
            "The plan starts when the jurisdiction joins OGP Local or when the new mandate begins (3.2). \
            The template does not ask for this month, but several rules depend on it.",
        ),
        Question::VisionEnd => (
            "Last month of the existing medium-term vision",
            "Only for a jurisdiction without elections: the plan may cover the same period as that vision, \
            or last one to four years (3.2).",
        ),
        Question::PreviousEnd => (
            "Last month of the previous action plan",
            "The next plan is due within four months of that date (3.2). Leave this empty if this plan is \
            your first.",
        ),
        Question::PreviousJoint => (
            "The previous plan was a joint plan",
            "A joint plan is valid for one period only; the coalition then decides whether to go on (3.4).",
        ),
        Question::Renewed => (
            "Day the coalition decided to go on",
            "Only if this joint plan follows another: the partners decide afresh for each period (3.4).",
        ),
        Question::Deadline => (
            "Submission deadline set by the Support Unit",
            "Only for a new member: the Support Unit sets the deadline for the first plan (4.1), and the \
            app checks that it is met.",
        ),
        Question::Extension => (
            "Deadline after an extension",
            "Only if the Support Unit has granted an extension; a request alone does not move the deadline \
            (4.1).",
        ),
        Question::LeadAgency => (
            "Lead agency",
            "The agency that leads the process in the government (2.1). It should not be one of the \
            non-governmental stakeholders in question 7.",
        ),
        Question::SeniorOfficial => (
            "Responsible senior official",
            "The person who oversees the government’s participation in OGP, with authority delegated by \
            the head of the local government (2.1).",
        ),
        Question::PointOfContact => (
            "Government point of contact",
            "The person who coordinates the work with OGP Local (2.1); only they can submit the plan.",
        ),
        Question::OfflineSpaces => (
            "Offline spaces",
            "The app does not read your text: confirm that 5.3 names them, or that there are none.",
        ),
        Question::OnlineSpaces => (
            "Online spaces",
            "The app does not read your text: confirm that 5.3 names them, or that there are none.",
        ),
        Question::Sides => (
            "Who takes part in these spaces",
            "The app does not read your text: tick the sides that are represented. The handbook asks for \
            both (3.3.1).",
        ),
        Question::Groups => (
            "Groups that took part",
            "One row for each kind of group. The list helps you to answer 5.5, and its total should agree \
            with 5.6.",
        ),
        Question::MonitoringApproved => (
            "Day the monitoring body was approved",
            "The day the non-governmental stakeholders approved it; the handbook asks for their agreement \
            (3.5).",
        ),
        Question::MonitoringResources => (
            "The monitoring body has the resources it needs",
            "Members of OGP Local see to it that the body can do its work (3.5), for example with time and \
            a budget.",
        ),
        Question::MonitoringGroup => (
            "The monitoring body is a working group of the participation space",
            "The handbook allows this (3.5). The next question then serves to confirm its independence.",
        ),
        Question::MonitoringClear => (
            "No member of the monitoring body implements the plan",
            "To be confirmed if the body is a working group of the space: it is independent only if nobody \
            in it assesses their own work (2.3).",
        ),
        Question::EndorsersTookPart => (
            "Everyone on this list took part in co-creation",
            "The template asks for those who took part and endorse the plan. The app cannot look up their \
            names in your answers, so confirm it here.",
        ),
        Question::Endorsed => (
            "Day the final plan was endorsed",
            "It is the final text that is endorsed (3.3.1): the app tells you if an answer changes after \
            this day.",
        ),
        Question::Scope => (
            "Jurisdiction the commitment applies to",
            "In a joint plan, a commitment applies to one jurisdiction alone or to all of them (3.4).",
        ),
        Question::AddedOn => (
            "Day this commitment was submitted",
            "Only if it was added after the plan was submitted. The six months in which it can be changed \
            count from this day (3.2.1.3).",
        ),
        Question::CoCreated => (
            "This commitment, added later, was co-created too",
            "A commitment added after the plan was submitted goes through co-creation just as the first \
            ones did (3.2).",
        ),
        Question::Done => (
            "Day the commitment was fully implemented",
            "Only if it is fully implemented. From the month after, it no longer counts among the \
            commitments under way.",
        ),
        Question::Evaluated => (
            "Day the end-of-commitment assessment was submitted",
            "The monitoring body submits it within a month of implementation (3.5.2); a new commitment can \
            then be added (3.2).",
        ),
        Question::NoNonGovernmental => (
            "This commitment has no non-governmental lead, on purpose",
            "Tick this so that the app does not take the empty list for an oversight.",
        ),
        Question::OtherPolicyArea => (
            "Which other policy area?",
            "Fill this in if “Other” is chosen in question 11, so that readers know which area is meant.",
        ),
        Question::OtherSector => (
            "Which other sector?",
            "Fill this in if “Other” is chosen in question 12, so that readers know which sector is meant.",
        ),
        Question::Space => (
            "Participation space",
            "An existing space will do, and a multi-stakeholder forum is not required. Whichever you \
            choose, let the Support Unit know (annex 3).",
        ),
        Question::Meetings => (
            "Meetings of the space",
            "At least one during co-creation, then two a year on implementation, with non-governmental \
            stakeholders (3.3.1). The list helps you to answer 5.7.",
        ),
        Question::Evidence => (
            "Evidence",
            "For each requirement of 3.3.1, an original document or a direct link that bears it out (annex \
            5). An account of an activity is not enough without a trace of the activity itself.",
        ),
        Question::Practices => (
            "Recommended practices you follow",
            "The eight practices of 3.3.2 are recommended, not required. Tick those you follow.",
        ),
        Question::Website => (
            "Website or page of your process",
            "The full address, beginning with https://. A site is recommended for keeping the public \
            informed, but it is not required (annex 4).",
        ),
        Question::WebsitePoints => (
            "What the site offers",
            "If you have a site, tick what people find there; the list follows annex 4.",
        ),
        Question::Orientation => (
            "Day the orientation programme was completed",
            "Only for a new member: this online programme is followed at the beginning of co-creation \
            (3.1).",
        ),
        Question::LetterOfSupport => (
            "Points met by the letter of support",
            "The letter goes with the application to join (1.2). The first five boxes are about its form, \
            the other eight about its content.",
        ),
        Question::Submitted => (
            "Day the plan was submitted",
            "Leave this empty until the plan is submitted: up to then, the app points out dates that are \
            past or very far off. Several deadlines count from this day.",
        ),
        Question::Submitter => (
            "Who submitted the plan",
            "Only the government point of contact can submit it on OGP’s platform (annexes 1 and 2).",
        ),
        Question::Changes => (
            "Changes to commitments",
            "One row for each commitment changed or deleted, within six months of its submission and with \
            the approval of non-governmental stakeholders (3.2.1.3). Added commitments and milestone \
            statuses do not belong here.",
        ),
        Question::Updates => (
            "Public updates",
            "Every quarter, the point of contact reports on progress in the online tracking tool (3.5.4). \
            Note the day of each update here.",
        ),
        Question::InitialReport => (
            "Day the initial assessment was submitted",
            "The monitoring body submits it within two months of the plan’s submission (3.5.1).",
        ),
        Question::CommentsInvited => (
            "The monitoring body invites comments from both sides and uses OGP’s forms",
            "The handbook asks for this (2.3, 3.5) so that the views of government and of non-governmental \
            stakeholders are both heard.",
        ),
        Question::FinalReport => (
            "Day the final learning report was submitted",
            "The report on the learning exercise is due within two months of the end of the plan (3.5.3).",
        ),
        Question::Inactive => (
            "Period of inactivity",
            "Only if the Support Unit has given the member inactive status (4.1). Leave the end empty \
            while it lasts.",
        ),
        Question::Voluntary => (
            "The member asked to be inactive",
            "Voluntary inactivity, due to unavoidable circumstances, may last longer than six months \
            (4.2).",
        ),
        Question::Discussed => (
            "The inactivity was discussed with non-governmental stakeholders and the OGP Local team",
            "The handbook strongly recommends this when the inactivity is voluntary (4.1).",
        ),
        Question::Probation => (
            "Period of probation",
            "Only if the Support Unit has put the member on probation. There are four months to put things \
            right (4.2); leave the end empty until then.",
        ),
        _ => ("", ""),
    };
    QuestionText { label, hint }
}
