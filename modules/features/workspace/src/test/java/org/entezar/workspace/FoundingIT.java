package org.entezar.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Foundings;
import org.entezar.kernel.Language;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.PlatformRole;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.mail.Letter;
import org.entezar.platform.mail.LetterLayout;
import org.entezar.platform.mail.MailRound;
import org.entezar.platform.mail.MailSeal;
import org.entezar.platform.mail.Outbox;
import org.entezar.platform.mail.OutboxMail;
import org.entezar.platform.tenancy.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing up on a real database, with an identity provider that goes away and comes back. */
class FoundingIT {

    private static final String PASSWORD = "correct horse battery";
    private static final String HERE = "192.0.2.1";
    private static final Caller OPERATOR =
            new Caller(Caller.Kind.PERSON, "op", "Olga Operator", Set.of(PlatformRole.OPERATOR), Map.of());

    /** Remembers what it was asked for. */
    private static final class RememberedFoundings implements Foundings {
        private final List<Founding> asked = new ArrayList<>();
        private final List<String> abandoned = new ArrayList<>();
        private final WorkspaceId made = new WorkspaceId(UUID.randomUUID());
        private Optional<Problem> refusal = Optional.empty();

        @Override
        public Founded found(Founding founding, boolean again) {
            asked.add(founding);
            refusal.ifPresent(problem -> {
                throw problem;
            });
            return new Founded(made, "subject-of-founder");
        }

        @Override
        public void abandon(String mark, String alias) {
            abandoned.add(alias);
        }
    }

    private final SettableClock clock = new SettableClock();
    private final RememberedFoundings foundings = new RememberedFoundings();
    private TestDatabase database;
    private Work work;
    private MailRound nobody;
    private Outbox outbox;
    private Workspaces workspaces;
    private Registrations registrations;
    private Founding founding;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        work = database.work(clock);
        MailSeal seal = new MailSeal(new byte[MailSeal.KEY_BYTES]);
        nobody = new MailRound(work, seal, Optional.empty(), "example.org", MailRound.PAUSES, clock);
        outbox = new Outbox(work, new Uuids(clock), seal, nobody, true);
        workspaces = new Workspaces(work, new RememberedDirectory(), Set.of("hotel"));
        open(Openness.OPEN, 100);
    }

    private void open(Openness openness, int perHour) {
        RegistrationPlan plan = new RegistrationPlan(openness, URI.create("https://feedback.example.org"), perHour);
        registrations = new Registrations(work, workspaces, outbox, new Uuids(clock), plan, clock);
        founding = new Founding(
                work, workspaces, registrations, foundings, outbox, new MailSeal(new byte[MailSeal.KEY_BYTES]), plan);
    }

    @AfterEach
    void stop() {
        founding.close();
        nobody.close();
        database.close();
    }

    /** The link of the latest mail. */
    private String letters() {
        String address = latest().link().orElseThrow().address().toString();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private Letter latest() {
        return outbox.readOpen(outbox.open().get(0).id());
    }

    private static NewAccount account() {
        return new NewAccount("Mina", "Karimi", PASSWORD, Language.PERSIAN);
    }

    private static NewWorkspace inn(String alias) {
        return new NewWorkspace(
                alias,
                new LocalizedText(Map.of("fa", "مهمان‌سرا")),
                List.of("fa", "en"),
                "Asia/Tehran",
                Set.of("hotel"),
                Optional.empty());
    }

    private static void refused(ThrowingCallable deed, ErrorCode code) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }

    @Test
    void theHolderOfTheLinkFoundsAWorkspaceOnce() {
        registrations.ask(" Mina@Example.org ", Language.PERSIAN, HERE);
        assertThat(founding.look(letters()).email().value()).isEqualTo("mina@example.org");
        String letters = letters();

        FoundedWorkspace founded = founding.found(account(), letters, inn("inn"));

        assertThat(founded).isEqualTo(new FoundedWorkspace("inn", false));
        assertThat(workspaces.byAlias("inn")).contains(foundings.made);
        Foundings.Founding asked = foundings.asked.get(0);
        assertThat(asked.name()).isEqualTo("مهمان‌سرا");
        assertThat(((Foundings.Newcomer) asked.founder()).password()).isEqualTo(new Foundings.Plain(PASSWORD));
        refused(() -> founding.look(letters), ErrorCode.NOT_FOUND);
        refused(() -> founding.found(account(), letters, inn("another")), ErrorCode.NOT_FOUND);
        assertThat(registrations.list(OPERATOR)).singleElement().satisfies(done -> {
            assertThat(done.state()).isEqualTo(Registration.State.DONE);
            assertThat(done.alias()).isEqualTo("inn");
        });
    }

    @Test
    void anIdentityProviderThatIsAwayMakesItWaitAndAMailTellsWhenItIsThere() throws SQLException {
        foundings.refusal = Optional.of(new Problem(ErrorCode.IDENTITY_UNAVAILABLE));
        registrations.ask("mina@example.org", Language.PERSIAN, HERE);
        String letters = letters();

        assertThat(founding.found(account(), letters, inn("inn"))).isEqualTo(new FoundedWorkspace("inn", true));

        assertThat(workspaces.byAlias("inn")).isEmpty();
        assertThat(everything()).doesNotContain(PASSWORD).doesNotContain("Karimi");
        founding.round();
        assertThat(foundings.asked).as("not before its time").hasSize(1);
        clock.pass(Duration.ofSeconds(16));
        founding.round();
        assertThat(foundings.asked).hasSize(2);
        foundings.refusal = Optional.empty();
        clock.pass(Duration.ofMinutes(1));
        founding.round();

        assertThat(workspaces.byAlias("inn")).contains(foundings.made);
        Foundings.Newcomer newcomer =
                (Foundings.Newcomer) foundings.asked.get(2).founder();
        assertThat(newcomer.person().email()).isEqualTo("mina@example.org");
        assertThat(newcomer.password()).isInstanceOf(Foundings.Hashed.class);
        assertThat(foundings.asked.get(2).mark())
                .isEqualTo(foundings.asked.get(0).mark());
        assertThat(latest().link().orElseThrow().address()).hasToString("https://feedback.example.org/w/inn");
        assertThat(latest().language()).isEqualTo(Language.PERSIAN);
        founding.round();
        assertThat(foundings.asked).hasSize(3);
    }

    @Test
    void whatIsRefusedLaterIsToldByMailWithANewLink() {
        foundings.refusal = Optional.of(new Problem(ErrorCode.IDENTITY_UNAVAILABLE));
        registrations.ask("mina@example.org", Language.CHINESE, HERE);
        String letters = letters();
        founding.found(account(), letters, inn("inn"));
        foundings.refusal = Optional.of(new Problem(ErrorCode.ALREADY_EXISTS, "alias"));
        clock.pass(Duration.ofMinutes(1));
        founding.round();

        assertThat(LetterLayout.text(latest())).contains("inn");
        assertThat(letters()).isNotEqualTo(letters);
        refused(() -> founding.look(letters), ErrorCode.NOT_FOUND);
        foundings.refusal = Optional.empty();
        assertThat(founding.found(account(), letters(), inn("other")).waiting()).isFalse();
    }

    @Test
    void whatIsRefusedAtOnceOpensTheLinkAgain() {
        registrations.ask("mina@example.org", Language.ENGLISH, HERE);
        foundings.refusal = Optional.of(new Problem(ErrorCode.ALREADY_EXISTS, "account"));
        refused(() -> founding.found(account(), letters(), inn("inn")), ErrorCode.ALREADY_EXISTS);
        assertThat(founding.look(letters()).state()).isEqualTo(Registration.State.OPEN);
        refused(
                () -> founding.found(new NewAccount(" ", "<b>", "short", Language.ENGLISH), letters(), inn("Admin")),
                ErrorCode.INVALID);
    }

    @Test
    void anAliasOfOursThatTheIdentityProviderForgotStays() {
        registrations.ask("a@example.org", Language.ENGLISH, HERE);
        founding.found(account(), letters(), inn("inn"));
        // The latest letter is the one that was written later.
        clock.pass(Duration.ofSeconds(1));
        registrations.ask("b@example.org", Language.ENGLISH, HERE);
        refused(() -> founding.found(account(), letters(), inn("inn")), ErrorCode.ALREADY_EXISTS);
        assertThat(registrations.alias(Caller.ANONYMOUS, "inn", HERE)).isEqualTo(AliasState.TAKEN);
        assertThat(registrations.alias(Caller.ANONYMOUS, "admin", HERE)).isEqualTo(AliasState.RESERVED);
        assertThat(registrations.alias(Caller.ANONYMOUS, "In n", HERE)).isEqualTo(AliasState.MALFORMED);
        assertThat(registrations.alias(Caller.ANONYMOUS, "inn-2", HERE)).isEqualTo(AliasState.FREE);
    }

    @Test
    void anAddressGetsOneMailAMinuteAndFiveInAllWhoeverAsks() {
        for (int i = 0; i < 10; i++) {
            registrations.ask("mina@example.org", Language.ENGLISH, HERE);
            registrations.ask("mina@example.org", Language.ENGLISH, HERE);
            clock.pass(Duration.ofMinutes(2));
        }
        assertThat(outbox.open()).hasSize(5);
        assertThat(outbox.open().stream().map(OutboxMail::state).map(Enum::name))
                .containsOnlyOnce("WAITING");
        clock.pass(Duration.ofHours(25));
        refused(() -> founding.look(letters()), ErrorCode.NOT_FOUND);
        registrations.ask("mina@example.org", Language.ENGLISH, HERE);
        assertThat(outbox.open()).as("a day later it may begin again").hasSize(6);
    }

    @Test
    void oneClientCausesSoManyMailsAnHour() {
        open(Openness.OPEN, 3);
        for (int i = 0; i < 3; i++) {
            registrations.ask(i + "@example.org", Language.ENGLISH, HERE);
        }
        refused(() -> registrations.ask("4@example.org", Language.ENGLISH, HERE), ErrorCode.TOO_MANY_REQUESTS);
        registrations.ask("5@example.org", Language.ENGLISH, "192.0.2.2");
    }

    @ParameterizedTest
    @EnumSource(
            value = Openness.class,
            names = {"INVITATION", "CLOSED"})
    void whereItIsNotOpenAnOperatorsLinkIsTheOnlyWay(Openness openness) {
        open(openness, 100);
        refused(() -> registrations.ask("mina@example.org", Language.ENGLISH, HERE), ErrorCode.REGISTRATION_CLOSED);
        Registration sent = registrations.invite(OPERATOR, "mina@example.org", Language.ENGLISH);
        assertThat(sent.invitedBy()).isEqualTo("Olga Operator");
        assertThat(LetterLayout.text(latest())).contains("Olga Operator");
        refused(
                () -> registrations.invite(OPERATOR, "mina@example.org", Language.ENGLISH),
                ErrorCode.TOO_MANY_REQUESTS);
        refused(
                () -> registrations.invite(Caller.ANONYMOUS, "x@example.org", Language.ENGLISH),
                ErrorCode.UNAUTHENTICATED);
        refused(() -> registrations.list(Caller.product("x", foundings.made)), ErrorCode.UNAUTHENTICATED);
        String letters = letters();
        registrations.revoke(OPERATOR, sent.id());
        refused(() -> founding.look(letters), ErrorCode.NOT_FOUND);
        refused(() -> registrations.revoke(OPERATOR, sent.id()), ErrorCode.STATE);
        clock.pass(Duration.ofMinutes(2));
        registrations.invite(OPERATOR, "mina@example.org", Language.ENGLISH);
        assertThat(founding.found(account(), letters(), inn("inn")).waiting()).isFalse();
    }

    @Test
    void addressesAreForgottenAWeekAfterTheEnd() throws SQLException {
        registrations.ask("mina@example.org", Language.ENGLISH, HERE);
        clock.pass(Duration.ofDays(9));
        registrations.ask("other@example.org", Language.ENGLISH, HERE);
        assertThat(registrations.list(OPERATOR)).hasSize(1);
        assertThat(rows("select string_agg(entry::text, ' ') from (select * from entezar.history_entry) entry"))
                .contains("registration.created")
                .doesNotContain("mina@");
    }

    private String everything() throws SQLException {
        return rows("select string_agg(encode(coalesce(request, ''), 'escape'), ' ') from entezar.registration");
    }

    private String rows(String sql) throws SQLException {
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
