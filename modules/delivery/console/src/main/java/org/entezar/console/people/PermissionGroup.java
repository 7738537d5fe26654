package org.entezar.console.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.entezar.kernel.Permission;
import org.entezar.workspace.OwnRoles;

/** Permissions that belong together, for forms that make roles of them. */
public enum PermissionGroup {
    QUESTIONNAIRES,
    COMMITMENTS,
    COLLECTING,
    RESULTS,
    CASES,
    PEOPLE,
    WORKSPACE;

    /** Its permissions that a role can be made of. */
    public List<Permission> getPermissions() {
        return Arrays.stream(Permission.values())
                .filter(OwnRoles.GRANTABLE::contains)
                .filter(permission -> of(permission) == this)
                .toList();
    }

    /** Its name among the texts. */
    public String getKey() {
        return "people.group." + name().toLowerCase(Locale.ROOT);
    }

    private static PermissionGroup of(Permission permission) {
        return switch (permission) {
            case QUESTIONNAIRE_READ, QUESTIONNAIRE_EDIT, QUESTIONNAIRE_PUBLISH -> QUESTIONNAIRES;
            case COMMITMENT_READ, COMMITMENT_EDIT -> COMMITMENTS;
            case CAMPAIGN_READ, CAMPAIGN_RUN, RESPONSE_SUBMIT, RESPONSE_IMPORT -> COLLECTING;
            case INSIGHT_READ, INSIGHT_KEEP, RESPONSE_READ, PERSON_ERASE -> RESULTS;
            case CASE_READ, CASE_WORK -> CASES;
            case MEMBER_READ, MEMBER_EDIT -> PEOPLE;
            case WORKSPACE_READ, WORKSPACE_CREATE, WORKSPACE_CONFIGURE, PACK_INSTALL, DATA_GOVERN, HISTORY_READ ->
                WORKSPACE;
        };
    }
}
