//! English: the questions of the templates.
//!
//! A question says what the handbook's says, in the words OGP's pages use where these are known.

use super::own;
use crate::i18n::QuestionText;
use crate::question::Question;

/// The wording of a question.
pub(super) fn question(question: Question) -> QuestionText {
    let (label, hint) = match question {
        Question::MandateEnd => (
            "End of term of the current administration",
            "The month in which the current mandate ends; in a joint plan, that of each jurisdiction.",
        ),
        Question::PlanEnd => (
            "End of the action plan period",
            "At least two whole months must lie between the end of the plan and the end of the mandate. If \
            the mandate ends in the middle of a month, choose one month earlier still.",
        ),
        Question::Foreword => (
            "Foreword(s)",
            "Written by government and civil society representatives, jointly or separately, or by a \
            multi-stakeholder forum. Set out the ambition of this plan and how they will work together on \
            implementation and monitoring.",
        ),
        Question::Letter => (
            "Upload the letter of introduction from the head of the jurisdiction, if available",
            "Attach the file, or give the address where it can be read. Attached files travel with the plan; the official copy is uploaded in OGP’s online form.",
        ),
        Question::LongTermVision => {
            ("What is the long-term vision for open government in your context and jurisdiction?", "")
        }
        Question::Achievements => (
            "What are the achievements in open government to date?",
            "For example, recent open government reforms.",
        ),
        Question::Challenges => (
            "What are the current open government challenges / areas for improvement the jurisdiction \
            wishes to tackle?",
            "",
        ),
        Question::MediumTermGoals => (
            "What are the medium-term open government goals the government wants to achieve?",
            "Number them, so that each commitment can point to one in question 10.",
        ),
        Question::PlanContribution => {
            ("How does this action plan contribute to achieving the strategic vision?", "")
        }
        Question::PolicyContribution => {
            ("How does the vision contribute to the current administration’s overall policy goals?", "")
        }
        Question::LeadInstitutions => (
            "Lead institutions responsible for implementing the plan",
            "One institution per row. OGP’s page cuts names off after 100 characters.",
        ),
        Question::Coordination => (
            "Institutional arrangements to coordinate between agencies and departments",
            "For example, a committee, a named person in each department, regular meetings.",
        ),
        Question::Spaces => (
            "Spaces used or created for government – civil society collaboration, in co-creation and \
            implementation",
            "Mention both offline and online spaces.",
        ),
        Question::Diversity => (
            "Measures for diversity of representation (vulnerable or marginalised people included)",
            "For example, meeting times, accessible venues, interpreters, childcare, targeted invitations.",
        ),
        Question::Participants => (
            "Who took part in these spaces?",
            "Give the type and number of the different groups that took part in the co-creation process. \
            Names of people are not asked for.",
        ),
        Question::GroupCount => (
            "How many groups took part in these spaces?",
            "A whole number that agrees with your answer to 5.5.",
        ),
        Question::MeetingCount => (
            "How many meetings were held in co-creation?",
            "A whole number. The handbook requires at least one meeting with civil society and \
            non-governmental stakeholders (3.3.1).",
        ),
        Question::Collaboration => (
            "How will both sides go on collaborating during implementation?",
            "Both sides: government and non-governmental stakeholders. The handbook requires two meetings a \
            year on implementation (3.3.1).",
        ),
        Question::MonitoringBody => (
            "Describe the independent Monitoring Body",
            "Say, too, what makes it independent of those who implement the plan.",
        ),
        Question::MonitoringContact => (
            "Contact details of the monitoring body",
            "An organisation or a name is needed, and an email address or a telephone number.",
        ),
        Question::ProgressActivities => ("Activities to discuss progress with stakeholders", ""),
        Question::ProgressChecks => ("How will you check progress regularly with implementing agencies?", ""),
        Question::PublicResults => ("How will you share monitoring results with the public?", ""),
        Question::Endorsements => (
            "Endorsement from non-governmental stakeholders",
            "List the non-governmental stakeholders that took part in co-creation and endorse this action \
            plan. One organisation or person per row.",
        ),
        Question::Documents => (
            "Upload the Open Government Strategy, if available, or other relevant documents",
            "Attach each document, or give the address where it can be read. Attached files travel with the plan; the official copies are uploaded in OGP’s online form.",
        ),
        Question::Site => (
            "Link of the online co-creation / consultation site, if there was one",
            "The full address, beginning with https://.",
        ),
        Question::Title => (
            "Commitment Title",
            "Describe the specific action the commitment will carry out, so that it stands apart from the \
            plan’s other commitments. For example: “Create a register of beneficial owners”, “Publish \
            judicial data” or “Improve compliance with the right to information law”.",
        ),
        Question::Period => (
            "Commitment Start / Commitment End",
            "From the first month of the commitment to the last: one year at least, ending no later than \
            the plan.",
        ),
        Question::Government => {
            ("Lead government implementing body", "One body only, with a row for each contact person.")
        }
        Question::NonGovernmental => ("Lead non-governmental implementer", ""),
        Question::Stakeholders => (
            "Other stakeholders involved",
            "For example, ministries, departments, agencies, civil society organisations, community groups, \
            the private sector or working groups.",
        ),
        Question::Problem => (
            "Problem",
            "Describe the economic, social, political or environmental problem that this commitment seeks \
            to solve. (For example, “Welfare funds do not reach the right people” is more useful than \
            “There is no website”.)",
        ),
        Question::StatusQuo => (
            "Status quo",
            "Describe the current state of the policy issue at the beginning of the plan. (For example: 26% \
            of complaints about judicial corruption are not dealt with at present.)",
        ),
        Question::Action => (
            "Action",
            "What is the commitment? Describe what it entails, its expected results and its overall \
            objective.",
        ),
        Question::Contribution => (
            "How will the commitment contribute to solving the public problem?",
            "What outputs and outcomes do you expect once the commitment is implemented?",
        ),
        Question::Goal => (
            "Which long-term goal of your vision does it relate to?",
            "Point to a goal in your answer to 4.1 or 4.4.",
        ),
        Question::PolicyAreas => (
            "Primary Policy Area",
            "Choose the policy or practice most relevant to this commitment. You can choose up to two.",
        ),
        Question::Sectors => (
            "Primary Sector",
            "Choose the sector most relevant to this commitment. You can choose up to two.",
        ),
        Question::Values => (
            "OGP Value",
            "You can choose several. Technology and innovation are not enough alone: they must support one \
            of the other three.",
        ),
        Question::Resources => (
            "Resources needed",
            "Include the budget, staff, time and contributions from civil society and other organisations, \
            as well as anything else needed. Add rows if necessary, for example one for each source or \
            phase.",
        ),
        Question::Secured => (
            "Are the resources already secured?",
            "If the answer is “No” or “Partially”, say in question 16 how and when they will be.",
        ),
        Question::Additional => (
            "Additional information",
            "Use this optional space for other useful information, for example: a gender perspective, links \
            to other government programmes, links to national, sector or local development plans, a link to \
            the Sustainable Development Goals.",
        ),
        Question::Milestones => (
            "Milestones",
            "Add a row for each milestone. A milestone is a step that anyone can see has been done.",
        ),
        _ => return own::question(question),
    };
    QuestionText { label, hint }
}
