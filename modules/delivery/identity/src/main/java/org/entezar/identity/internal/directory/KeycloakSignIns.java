package org.entezar.identity.internal.directory;

import static org.entezar.identity.internal.directory.KeycloakAdministration.encode;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.entezar.identity.internal.directory.KeycloakAdministration.Refusal;
import org.entezar.identity.internal.token.EndedSessions;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.SignIns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sessions and credentials of the realm's people. What is ended here is refused by this server at once. */
public final class KeycloakSignIns implements SignIns {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakSignIns.class);

    private final KeycloakAdministration keycloak;
    private final EndedSessions ended;

    public KeycloakSignIns(KeycloakAdministration keycloak, EndedSessions ended) {
        this.keycloak = keycloak;
        this.ended = ended;
    }

    @Override
    public List<Session> sessions(String subject) {
        try {
            List<Session> sessions = new ArrayList<>();
            for (JsonNode session : keycloak.get(person(subject) + "/sessions")) {
                List<String> programs = new ArrayList<>();
                session.path("clients").forEach(name -> programs.add(name.asText()));
                sessions.add(new Session(
                        session.path("id").asText(),
                        session.path("ipAddress").asText(),
                        Instant.ofEpochMilli(session.path("start").asLong()),
                        Instant.ofEpochMilli(session.path("lastAccess").asLong()),
                        programs));
            }
            sessions.sort(Comparator.comparing(Session::lastUsed).reversed());
            return sessions;
        } catch (Refusal refusal) {
            throw unexpected(refusal);
        }
    }

    @Override
    public void end(String subject, String session) {
        // Only what is the person's own: the identity provider would end anybody's.
        if (sessions(subject).stream().noneMatch(own -> own.id().equals(session))) {
            return;
        }
        try {
            keycloak.delete("/sessions/" + encode(session));
        } catch (Refusal refusal) {
            if (refusal.status() != 404) {
                throw unexpected(refusal);
            }
        }
        ended.add(session);
    }

    @Override
    public void endAll(String subject) {
        List<Session> open = sessions(subject);
        try {
            keycloak.post(person(subject) + "/logout", Map.of());
        } catch (Refusal refusal) {
            throw unexpected(refusal);
        }
        open.forEach(session -> ended.add(session.id()));
    }

    @Override
    public List<Factor> factors(String subject) {
        try {
            List<Factor> factors = new ArrayList<>();
            for (JsonNode credential : keycloak.get(person(subject) + "/credentials")) {
                factors.add(new Factor(
                        credential.path("id").asText(),
                        kind(credential.path("type").asText()),
                        credential.path("userLabel").asText(""),
                        Instant.ofEpochMilli(credential.path("createdDate").asLong())));
            }
            factors.sort(Comparator.comparing(Factor::since));
            return factors;
        } catch (Refusal refusal) {
            throw unexpected(refusal);
        }
    }

    private static FactorKind kind(String type) {
        return switch (type) {
            case "password" -> FactorKind.PASSWORD;
            case "otp" -> FactorKind.APP;
            case "webauthn", "webauthn-passwordless" -> FactorKind.PASSKEY;
            default -> FactorKind.OTHER;
        };
    }

    private static String person(String subject) {
        return "/users/" + encode(subject);
    }

    private static Problem unexpected(Refusal refusal) {
        LOG.error("Keycloak's administration refuses: {}", refusal.getMessage());
        return new Problem(ErrorCode.IDENTITY_UNAVAILABLE);
    }
}
