//! English: what the handbook allows without a rule, and where it contradicts itself.
//!
//! Each contradiction says what clashes, then how the app reads it; quotations are translated, unless the French
//! word itself is meant.

/// What the rules that never speak allow, in the order of [`crate::rules::SILENT`].
pub(super) const SILENT: [&str; 2] = [
    "An updated letter of support may go with a new action plan, but does not have to: no plan can break \
    this rule.",
    "The additional information in question 16 is optional: no plan can break this rule.",
];

/// The contradictions K1 to K29: what clashes, and how it is read.
pub(super) const CONTRADICTIONS: [[&str; 2]; 29] = [
    [
        "Section 3.2 allows up to 12 commitments in any joint plan; section 3.4 allows 10 for two \
        jurisdictions and 12 for three or four.",
        "The more specific rule prevails: 5 commitments for one jurisdiction, 10 for two, 12 for three or \
        four.",
    ],
    [
        "The handbook speaks of “the first five commitments” and “the five initial commitments”, but also \
        of “up to five”; figure 2 itself shows only three.",
        "Five is a ceiling, higher for a coalition, and not a number to be reached: a single commitment is \
        enough.",
    ],
    [
        "The ceiling applies “at any time”, which leaves open whether it is about the commitments the plan \
        contains or those under way.",
        "It is about both: it limits the commitments under way in each month and the total of those not \
        yet assessed. Over time a plan may therefore list more, but not when it is first submitted.",
    ],
    [
        "According to section 3.2 the plan ends “at least” two months before the mandate; according to \
        question 1.2, two months before.",
        "Two months is the minimum: the plan may end earlier.",
    ],
    [
        "A coalition has two to four jurisdictions, but the handbook speaks of “the longer of the two \
        mandates”. The plan follows that mandate, while a joint commitment also binds the jurisdiction \
        whose mandate ends first.",
        "The plan follows the mandate that ends last, and each jurisdiction completes its own commitments \
        at least two months before its own mandate ends. Where a joint commitment outlasts the first \
        mandate to end, the app gives advice only.",
    ],
    [
        "In a coalition, each jurisdiction fulfils its commitments “within the two (2) months before the \
        end” of its mandate, although a plan ends at least two months before the mandate.",
        "Commitments are completed no later than two months before the end of their jurisdiction’s \
        mandate.",
    ],
    [
        "A commitment lasts at least one “calendar year”, which usually means January to December.",
        "Twelve months are enough, the first and the last included: March 2025 to February 2026, for \
        example.",
    ],
    [
        "Several rules depend on the start of the plan, which no question in the annexes asks for.",
        "The app asks for it itself, outside the template: it is the month of joining or of the new \
        mandate, not that of submission.",
    ],
    [
        "Milestone dates are written MM/YYYY; for the commitment and the plan, the template gives no \
        format.",
        "All these dates are months: a start counts from the first day, an end up to the last.",
    ],
    [
        "For milestones, the template asks for a row “for each commitment”, and the table has two columns \
        headed “Contact”, the second of which holds the possible statuses.",
        "There is a row for each milestone, with one contact and one status.",
    ],
    [
        "OGP’s values change their names: transparency and “public participation and inclusion” in section \
        3.2.1.1 become access to information and civic participation in question 13.",
        "They are the same four values; the app uses the names in question 13.",
    ],
    [
        "Question 10 asks for a long-term goal, while commitments serve medium-term results.",
        "The answer may point to the long-term vision (4.1) or to the medium-term goals (4.4).",
    ],
    [
        "Questions 5.5 and 5.6 both ask for the number of groups that took part.",
        "The number is given in 5.6; 5.5 describes the groups. The app compares 5.6 with the total of the \
        list of groups, where that is filled in.",
    ],
    [
        "A participation space is required under the name of “Forum” (3.3.1), while a multi-stakeholder \
        forum is not a requirement (annex 3).",
        "The app asks for a space, new or existing, and never for a forum set up for the purpose.",
    ],
    [
        "The website is only recommended, yet annex 4 lists what it “must contain”.",
        "The site remains a recommendation, and its contents are checked only if there is one.",
    ],
    [
        "A commitment is assessed once it is fully implemented (2.3), or at the end of the plan if that \
        comes first (3.5.2).",
        "Both hold: an unfinished commitment is assessed as well, no later than one month after the end of \
        the plan.",
    ],
    [
        "The assessment of a commitment is submitted “one (1) month after” its implementation and the \
        final report “two (2) months after” the end of the plan, as if a particular day were meant.",
        "These are deadlines: earlier is fine too.",
    ],
    [
        "Changes are possible for six months only, while a new commitment may be added later and progress \
        is updated every quarter.",
        "The six months apply to changing or deleting a commitment; adding one or updating a status is not \
        a change in that sense.",
    ],
    [
        "The initial assessment covers the “five initial commitments”; nothing is provided for those added \
        later.",
        "The app points out this gap and suggests raising it with the monitoring body.",
    ],
    [
        "The introduction to annex 2 repeats that of annex 1 and speaks of submitting the Strategy. The \
        link in both annexes leads to an administration page of OGP’s site.",
        "In annex 2, the commitment is meant. The link is left out: the point of contact receives login \
        details by email.",
    ],
    [
        "The monitoring body has to be independent, yet it may be a working group of the co-creation \
        space.",
        "It may be one if none of its members implements the plan; the app asks for confirmation.",
    ],
    [
        "In questions 3 and 8, the French handbook has “Téléchargez”, which usually means “Download”, \
        although a document is to be provided.",
        "The app says “Upload”.",
    ],
    [
        "The plan is submitted in English, while co-creation takes place in the local languages.",
        "Each text is written in the working language and in English, side by side; the app points out \
        those that have no English version yet.",
    ],
    [
        "In the French handbook, section 3.3 keeps an English heading, annex 4 speaks of the “PAN”, the \
        national plan, and section 3.3.2 of a “national process of OGP Local”.",
        "These are remnants of the national handbook: throughout, the local action plan and process are \
        meant.",
    ],
    [
        "A jurisdiction without elections has no end of mandate, yet question 1.1 asks for one.",
        "Ticking “No elections” is enough: question 1.1 is no longer asked, and the plan lasts one to four \
        years or follows the medium-term vision.",
    ],
    [
        "Question 13 asks “which value” the commitment is relevant to; section 3.2.1.2 speaks of “one or \
        more”.",
        "At least one value; several are possible.",
    ],
    [
        "A new member becomes inactive if no extension was “requested [and granted]”; the brackets leave \
        it unclear whether it has to be granted.",
        "Only an extension that was granted moves the deadline.",
    ],
    [
        "Members are invited to name the monitoring body when they submit the plan (3.5), yet the \
        strategic vision already describes it, and the non-governmental stakeholders must have approved \
        it.",
        "The body is named and approved by the day of submission.",
    ],
    [
        "The cycle “must match the length of the mandate”, yet it starts on joining and ends “at least” \
        two months before the mandate.",
        "Section 3.2 explains the rule and prevails. Ending more than six months before that limit leads \
        to advice only, and the six months are the app’s own choice.",
    ],
];
