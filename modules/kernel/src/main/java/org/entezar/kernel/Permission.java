package org.entezar.kernel;

/**
 * What a person, client or job may do in a workspace (or, for the platform's own, in none). Every facade method names
 * exactly one; {@link Role} says who has it.
 */
public enum Permission {
    /** See that the workspace exists, its name, languages and settings. */
    WORKSPACE_READ,
    /** Change settings: languages, time zone, minimum group size. */
    WORKSPACE_CONFIGURE,
    /** Create a workspace on this installation. */
    WORKSPACE_CREATE,
    /** Say how long data is kept, hold it, take all of it out or in, and delete the workspace. */
    DATA_GOVERN,
    MEMBER_READ,
    MEMBER_EDIT,
    /** See categories and questionnaires, drafts included. */
    QUESTIONNAIRE_READ,
    /** Change categories and questionnaire drafts. */
    QUESTIONNAIRE_EDIT,
    /** Freeze a draft into a version. */
    QUESTIONNAIRE_PUBLISH,
    /** See service standards and promises. */
    COMMITMENT_READ,
    /** Set, change and withdraw service standards and promises. */
    COMMITMENT_EDIT,
    CAMPAIGN_READ,
    /** Open, change, close campaigns. */
    CAMPAIGN_RUN,
    /** Hand in a response, as a respondent or on somebody's behalf. */
    RESPONSE_SUBMIT,
    /** Bring many responses from a file, and take such an import back. */
    RESPONSE_IMPORT,
    /** Read single responses, and export them. */
    RESPONSE_READ,
    /** Find what a person answered, and erase what the person wrote. */
    PERSON_ERASE,
    /** Read figures over responses, never a single one. */
    INSIGHT_READ,
    /** Keep a figure with what it was made of, for good. */
    INSIGHT_KEEP,
    /** Switch plugins, install template packs. */
    PACK_INSTALL,
    /** Read the history of the workspace. */
    HISTORY_READ,
    /** See complaints and recoveries, and what people wrote about them. */
    CASE_READ,
    /** Open cases and work them. */
    CASE_WORK;

    /** Whether using this permission can change anything. */
    public boolean changes() {
        return switch (this) {
            case WORKSPACE_READ,
                    MEMBER_READ,
                    QUESTIONNAIRE_READ,
                    COMMITMENT_READ,
                    CAMPAIGN_READ,
                    RESPONSE_READ,
                    INSIGHT_READ,
                    HISTORY_READ,
                    CASE_READ -> false;
            default -> true;
        };
    }
}
