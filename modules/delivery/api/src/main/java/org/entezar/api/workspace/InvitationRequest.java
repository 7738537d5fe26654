package org.entezar.api.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Violation;

/**
 * Body of {@code POST /workspaces/{ws}/invitations}.
 *
 * @param email whom the mail goes to
 * @param role what they become: owner, administrator, analyst, frontline, auditor
 * @param language of the mail: en, fa, zh-Hans; English when absent
 */
record InvitationRequest(Optional<String> email, Optional<String> role, Optional<String> language) {

    /** What was asked for, all of it known. */
    record Checked(String email, Role role, Language language) {}

    Checked checked() {
        List<Violation> violations = new ArrayList<>();
        if (email.orElse("").isBlank()) {
            violations.add(Violation.at("/email", ErrorCode.REQUIRED));
        }
        Optional<Role> known = role.flatMap(Role::of);
        if (known.isEmpty()) {
            violations.add(
                    role.isEmpty()
                            ? Violation.at("/role", ErrorCode.REQUIRED)
                            : Violation.at("/role", ErrorCode.NOT_AN_OPTION, role.get()));
        }
        Optional<Language> tongue = language.isEmpty() ? Optional.of(Language.ENGLISH) : Language.of(language.get());
        if (tongue.isEmpty()) {
            violations.add(Violation.at("/language", ErrorCode.UNKNOWN_LANGUAGE, language.orElse("")));
        }
        Problem.throwIfAny(violations);
        return new Checked(email.orElseThrow(), known.orElseThrow(), tongue.orElseThrow());
    }
}
