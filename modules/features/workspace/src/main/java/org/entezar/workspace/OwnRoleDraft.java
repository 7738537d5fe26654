package org.entezar.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Violation;

/**
 * What a role of a workspace's own is to be.
 *
 * @param key 1 to 40 small Latin letters, digits, hyphens or underscores
 * @param name in at least one language, at most {@value #LONGEST_NAME} characters each
 * @param permissions at least one of {@link OwnRoles#GRANTABLE}; what one has to see in order to use one comes with it
 */
public record OwnRoleDraft(String key, LocalizedText name, Set<Permission> permissions) {

    /** Most characters of a name. */
    public static final int LONGEST_NAME = 60;

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

    public OwnRoleDraft {
        // Everybody in the workspace sees it; naming that is no mistake.
        permissions = permissions.stream()
                .flatMap(permission -> Stream.concat(Stream.of(permission), wants(permission).stream()))
                .filter(permission -> permission != Permission.WORKSPACE_READ)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What one has to see in order to use the permission; it comes with it. */
    private static Set<Permission> wants(Permission permission) {
        return switch (permission) {
            case MEMBER_EDIT -> Set.of(Permission.MEMBER_READ);
            case QUESTIONNAIRE_EDIT, QUESTIONNAIRE_PUBLISH, CAMPAIGN_RUN, RESPONSE_IMPORT ->
                Set.of(Permission.QUESTIONNAIRE_READ, Permission.CAMPAIGN_READ);
            case COMMITMENT_EDIT -> Set.of(Permission.COMMITMENT_READ, Permission.QUESTIONNAIRE_READ);
            case PACK_INSTALL ->
                Set.of(Permission.QUESTIONNAIRE_READ, Permission.QUESTIONNAIRE_EDIT, Permission.CAMPAIGN_READ);
            case INSIGHT_READ, PERSON_ERASE, HISTORY_READ, DATA_GOVERN -> Set.of(Permission.CAMPAIGN_READ);
            case RESPONSE_READ, INSIGHT_KEEP -> Set.of(Permission.CAMPAIGN_READ, Permission.INSIGHT_READ);
            case CASE_WORK -> Set.of(Permission.CASE_READ);
            default -> Set.of();
        };
    }

    /** Throws all faults together, each at its place. */
    void check() {
        List<Violation> faults = new ArrayList<>();
        if (key.isEmpty()) {
            faults.add(Violation.at("/key", ErrorCode.REQUIRED));
        } else if (!KEY.matcher(key).matches()) {
            faults.add(Violation.at("/key", ErrorCode.MALFORMED_KEY, key.length() > 50 ? key.substring(0, 50) : key));
        } else if (Role.of(key).isPresent()) {
            faults.add(Violation.at("/key", ErrorCode.ALREADY_EXISTS, key));
        }
        if (name.isEmpty()) {
            faults.add(Violation.at("/name", ErrorCode.REQUIRED));
        }
        faults.addAll(name.faults("/name", LONGEST_NAME));
        if (permissions.isEmpty()) {
            faults.add(Violation.at("/permissions", ErrorCode.REQUIRED));
        }
        permissions.stream()
                .filter(permission -> !OwnRoles.GRANTABLE.contains(permission))
                .map(permission -> Violation.at("/permissions", ErrorCode.NOT_AN_OPTION, permission.name()))
                .forEach(faults::add);
        Problem.throwIfAny(faults);
    }
}
