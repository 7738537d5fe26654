package org.entezar.api.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.kernel.Directory;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Violation;
import org.entezar.workspace.NewMember;

/**
 * Body of {@code POST /workspaces/{ws}/members}. With an e-mail address it makes a newcomer known, without one the
 * login must be known.
 *
 * @param login or e-mail address of a known person
 * @param role the first role: owner, administrator, analyst, frontline, auditor
 * @param email of a newcomer
 * @param givenName of a newcomer
 * @param familyName of a newcomer
 * @param language of a newcomer's sign-in pages
 */
record MemberRequest(
        Optional<String> login,
        Optional<String> role,
        Optional<String> email,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> language) {

    NewMember member() {
        List<Violation> violations = new ArrayList<>();
        if (login.orElse("").isBlank()) {
            violations.add(Violation.at("/login", ErrorCode.REQUIRED));
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
        String name = login.orElseThrow().strip();
        return new NewMember(
                name,
                known.orElseThrow(),
                email.map(address -> new Directory.Newcomer(
                        name, address.strip(), givenName.orElse(""), familyName.orElse(""), tongue.orElseThrow())));
    }

    /** Body of {@code PATCH …/members/{id}}: the roles to hold, all of them. */
    record Roles(Optional<List<String>> roles) {

        Set<Role> held() {
            List<String> named =
                    roles.orElseThrow(() -> new Problem(List.of(Violation.at("/roles", ErrorCode.REQUIRED))));
            List<Violation> violations = new ArrayList<>();
            for (int index = 0; index < named.size(); index++) {
                if (Role.of(named.get(index)).isEmpty()) {
                    violations.add(Violation.at("/roles/" + index, ErrorCode.NOT_AN_OPTION, named.get(index)));
                }
            }
            Problem.throwIfAny(violations);
            return named.stream().map(key -> Role.of(key).orElseThrow()).collect(Collectors.toSet());
        }
    }

    /** Body of {@code PUT …/members/{id}/own-roles}: keys of the roles to hold, all of them. */
    record OwnRoles(Optional<List<String>> roles) {

        List<String> named() {
            return roles.orElseThrow(() -> new Problem(List.of(Violation.at("/roles", ErrorCode.REQUIRED))));
        }
    }
}
