package org.entezar.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entezar.fixtures.Problems.assertCode;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.MachineClients;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiClientsIT {

    private static final Set<Permission> SUBMIT = Set.of(Permission.RESPONSE_SUBMIT);

    private final WorkspaceId clinic = new WorkspaceId(UUID.randomUUID());
    private final WorkspaceId bakery = new WorkspaceId(UUID.randomUUID());
    private final Caller owner = Callers.owner(clinic);
    private final RememberedClients machines = new RememberedClients();
    private TestDatabase database;
    private ApiClientRegistry registry;
    private ApiClients clients;

    /** An identity provider that keeps its clients in memory. */
    private static final class RememberedClients implements MachineClients {
        private final Map<String, String> secrets = new HashMap<>();
        private boolean away;

        @Override
        public Issued createClient(WorkspaceId workspace, String clientId, String name) {
            secrets.put(clientId, "first");
            return new Issued("subject-of-" + clientId, "first");
        }

        @Override
        public String renewSecret(String clientId) {
            secrets.put(clientId, "second");
            return "second";
        }

        @Override
        public void removeClient(String clientId) {
            if (away) {
                throw new Problem(ErrorCode.IDENTITY_UNAVAILABLE);
            }
            secrets.remove(clientId);
        }
    }

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        Work work = database.work();
        Clock clock = Clock.systemUTC();
        registry = new ApiClientRegistry(work, clock);
        clients =
                new ApiClients(work, machines, registry, new Uuids(clock), URI.create("https://id.example.org/token"));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void aClientMayWhatItWasGivenUntilItIsRevoked() {
        ApiClientSecret made = clients.create(owner, clinic, " Till ", SUBMIT);
        String subject = "subject-of-" + made.client().clientId();
        assertThat(made.secret()).isEqualTo("first");
        assertThat(made.toString()).doesNotContain("first");
        assertThat(registry.of(clinic, subject))
                .contains(Set.of(Permission.WORKSPACE_READ, Permission.RESPONSE_SUBMIT));
        assertThat(registry.of(bakery, subject)).isEmpty();
        assertThat(clients.get(owner, clinic, made.client().id()).lastUsedAt()).isPresent();

        assertThat(clients.rotate(owner, clinic, made.client().id()).secret()).isEqualTo("second");
        clients.revoke(owner, clinic, made.client().id());
        assertThat(registry.of(clinic, subject)).contains(Set.of());
        assertThat(machines.secrets).isEmpty();
        assertCode(() -> clients.rotate(owner, clinic, made.client().id()), ErrorCode.STATE);
        assertCode(() -> clients.revoke(owner, clinic, made.client().id()), ErrorCode.STATE);
    }

    @Test
    void revokingDoesNotWaitForTheIdentityProvider() {
        ApiClientSecret made = clients.create(owner, clinic, "Till", SUBMIT);
        String subject = "subject-of-" + made.client().clientId();
        assertThat(registry.of(clinic, subject)).isPresent();
        machines.away = true;
        clients.revoke(owner, clinic, made.client().id());
        assertThat(registry.of(clinic, subject)).contains(Set.of());
    }

    @Test
    void anotherServerLearnsOfARevocationWithinAMinute() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-01T08:00:00Z"));
        InstantSource hands = now::get;
        ApiClientRegistry another = new ApiClientRegistry(database.work(), hands.withZone(ZoneOffset.UTC));
        ApiClientSecret made = clients.create(owner, clinic, "Till", SUBMIT);
        String subject = "subject-of-" + made.client().clientId();
        assertThat(another.of(clinic, subject).orElseThrow()).contains(Permission.RESPONSE_SUBMIT);
        clients.revoke(owner, clinic, made.client().id());
        now.set(now.get().plusSeconds(60));
        assertThat(another.of(clinic, subject)).contains(Set.of());
        assertThat(ApiClientRegistry.KEPT).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void nobodyGivesMoreThanTheyHaveAndNoProgramManagesPeople() {
        Caller administrator = Callers.member(clinic, Role.ADMINISTRATOR);
        assertCode(
                () -> clients.create(administrator, clinic, "Audit", Set.of(Permission.HISTORY_READ)),
                ErrorCode.FORBIDDEN);
        for (Permission kept : List.of(
                Permission.MEMBER_EDIT,
                Permission.WORKSPACE_CONFIGURE,
                Permission.WORKSPACE_CREATE,
                Permission.PACK_INSTALL)) {
            assertCode(() -> clients.create(owner, clinic, "King", Set.of(kept)), ErrorCode.INVALID);
        }
        for (String name : List.of("", " ", "a\nb", "x".repeat(101))) {
            assertCode(() -> clients.create(owner, clinic, name, SUBMIT), ErrorCode.INVALID);
        }
        assertCode(() -> clients.create(owner, clinic, "Idle", Set.of()), ErrorCode.INVALID);
        assertThat(machines.secrets).isEmpty();
    }

    @Test
    void everyRoleAndEveryStrangerGetsWhatIsTheirs() {
        ApiClientId till =
                clients.create(owner, clinic, "Till", SUBMIT).client().id();
        for (Role role : List.of(Role.ANALYST, Role.FRONTLINE, Role.AUDITOR)) {
            Caller caller = Callers.member(clinic, role);
            assertCode(() -> clients.create(caller, clinic, "Till", SUBMIT), ErrorCode.FORBIDDEN);
            assertCode(() -> clients.rotate(caller, clinic, till), ErrorCode.FORBIDDEN);
            assertCode(() -> clients.revoke(caller, clinic, till), ErrorCode.FORBIDDEN);
        }
        assertThat(clients.list(Callers.member(clinic, Role.AUDITOR), clinic)).hasSize(1);
        assertCode(() -> clients.list(Callers.member(clinic, Role.ANALYST), clinic), ErrorCode.FORBIDDEN);
        Caller stranger = Callers.owner(bakery);
        assertCode(() -> clients.list(stranger, clinic), ErrorCode.WORKSPACE_NOT_FOUND);
        assertCode(() -> clients.get(stranger, bakery, till), ErrorCode.NOT_FOUND);
        assertCode(() -> clients.rotate(stranger, bakery, till), ErrorCode.NOT_FOUND);
        assertCode(() -> clients.revoke(stranger, bakery, till), ErrorCode.NOT_FOUND);
        assertThat(clients.get(owner, clinic, till).isRevoked()).isFalse();
    }
}
