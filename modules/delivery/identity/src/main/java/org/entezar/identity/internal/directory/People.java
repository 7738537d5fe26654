package org.entezar.identity.internal.directory;

import static org.entezar.identity.internal.directory.KeycloakAdministration.encode;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entezar.identity.internal.directory.KeycloakAdministration.Refusal;
import org.entezar.kernel.Directory.Member;
import org.entezar.kernel.Directory.Newcomer;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Foundings;
import org.entezar.kernel.PersonName;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** People known to the realm, in no matter which workspaces. */
final class People {

    private static final Logger LOG = LoggerFactory.getLogger(People.class);
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9._@-]{3,60}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int PASSWORD_LENGTH = 20;

    /** A newcomer as Keycloak knows them now. */
    record Known(JsonNode person, String temporaryPassword) {
        @Override
        public String toString() {
            return "Known[" + person.path("username").asText() + "]";
        }
    }

    private final KeycloakAdministration keycloak;
    private final SecureRandom random = new SecureRandom();

    People(KeycloakAdministration keycloak) {
        this.keycloak = keycloak;
    }

    /** The person with exactly this login or e-mail address. */
    Optional<JsonNode> find(String login) {
        return search("username", login).or(() -> login.contains("@") ? search("email", login) : Optional.empty());
    }

    private Optional<JsonNode> search(String field, String value) {
        try {
            JsonNode found = keycloak.get("/users?exact=true&max=2&" + field + "=" + encode(value));
            return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        } catch (Refusal refusal) {
            throw unexpected(refusal);
        }
    }

    /** The person with this id. */
    Optional<JsonNode> get(String subject) {
        try {
            return Optional.of(keycloak.get("/users/" + encode(subject)));
        } catch (Refusal refusal) {
            if (refusal.status() == 404) {
                return Optional.empty();
            }
            throw unexpected(refusal);
        }
    }

    /** Makes the newcomer known, with a password that must be changed at the first sign-in. */
    Known create(Newcomer newcomer) {
        String password = password();
        try {
            Map<String, Object> credential = Map.of("type", "password", "value", password, "temporary", true);
            return new Known(create(newcomer, credential, true), password);
        } catch (Refusal refusal) {
            throw unexpected(refusal);
        }
    }

    /** Makes the newcomer known, whose e-mail address is known to be theirs, with the password that they chose. */
    JsonNode create(Newcomer newcomer, String password) {
        return create(newcomer, new Foundings.Plain(password));
    }

    /** The same, with a password that may be known by its hash alone. */
    JsonNode create(Newcomer newcomer, Foundings.Password password) {
        try {
            return create(newcomer, credential(password), false);
        } catch (Refusal refusal) {
            if (refusal.status() != 400) {
                throw unexpected(refusal);
            }
            if (String.valueOf(refusal.getMessage()).contains("person-name")) {
                throw new Problem(List.of(Violation.at("/familyName", ErrorCode.NOT_A_NAME)));
            }
            throw new Problem(ErrorCode.WEAK_PASSWORD);
        }
    }

    private JsonNode create(Newcomer newcomer, Map<String, Object> credential, boolean temporary) throws Refusal {
        check(newcomer);
        String id;
        try {
            id = keycloak.create(
                    "/users",
                    Map.of(
                            "username", newcomer.login(),
                            "email", newcomer.email(),
                            "emailVerified", !temporary,
                            "firstName", newcomer.givenName(),
                            "lastName", newcomer.familyName(),
                            "enabled", true,
                            "attributes",
                                    Map.of("locale", List.of(newcomer.language().tag())),
                            "credentials", List.of(credential)));
        } catch (Refusal refusal) {
            if (refusal.status() == 409) {
                throw new Problem(ErrorCode.ALREADY_EXISTS, newcomer.login());
            }
            throw refusal;
        }
        return keycloak.get("/users/" + encode(id));
    }

    private static Map<String, Object> credential(Foundings.Password password) {
        if (password instanceof Foundings.Hashed hashed) {
            return Map.of(
                    "type", "password",
                    "secretData", KeycloakAdministration.text(Map.of("value", hashed.hash(), "salt", hashed.salt())),
                    "credentialData",
                            KeycloakAdministration.text(
                                    Map.of("algorithm", "pbkdf2-sha512", "hashIterations", hashed.iterations())));
        }
        return Map.of("type", "password", "value", ((Foundings.Plain) password).text(), "temporary", false);
    }

    void remove(JsonNode person) {
        try {
            keycloak.delete("/users/" + encode(person.path("id").asText()));
        } catch (Refusal refusal) {
            throw unexpected(refusal);
        }
    }

    static Member member(JsonNode person, Set<Role> roles) {
        String login = person.path("username").asText();
        String name = PersonName.of(
                person.path("firstName").asText(""), person.path("lastName").asText(""));
        return new Member(
                person.path("id").asText(),
                login,
                name.isEmpty() ? login : name,
                person.path("email").asText(""),
                roles);
    }

    private static void check(Newcomer newcomer) {
        List<Violation> violations = Stream.of(
                        LOGIN.matcher(newcomer.login()).matches()
                                ? null
                                : Violation.at("/login", ErrorCode.MALFORMED_KEY, newcomer.login()),
                        EMAIL.matcher(newcomer.email()).matches()
                                ? null
                                : Violation.at("/email", ErrorCode.WRONG_TYPE, "e-mail"))
                .filter(java.util.Objects::nonNull)
                .toList();
        Problem.throwIfAny(violations);
    }

    private String password() {
        return random.ints(PASSWORD_LENGTH, 0, LETTERS.length())
                .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                .collect(Collectors.joining());
    }

    private static Problem unexpected(Refusal refusal) {
        LOG.error("Keycloak's administration refuses: {}", refusal.getMessage());
        return new Problem(ErrorCode.IDENTITY_UNAVAILABLE);
    }
}
