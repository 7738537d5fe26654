package org.entezar.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entezar.fixtures.Problems.assertCode;

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
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory.Member;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Role;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.mail.Letter;
import org.entezar.platform.mail.LetterLayout;
import org.entezar.platform.mail.MailRound;
import org.entezar.platform.mail.MailSeal;
import org.entezar.platform.mail.Outbox;
import org.entezar.platform.tenancy.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemberInvitationsIT {

    private static final String PASSWORD = "correct horse battery";

    private final RememberedDirectory directory = new RememberedDirectory();
    private final SettableClock clock = new SettableClock();
    private TestDatabase database;
    private MailRound nobody;
    private Outbox outbox;
    private MemberInvitations invitations;
    private Admission admission;
    private Members members;
    private WorkspaceId clinic;
    private WorkspaceId bakery;
    private Caller owner;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        Work work = database.work(clock);
        MailSeal seal = new MailSeal(new byte[MailSeal.KEY_BYTES]);
        nobody = new MailRound(work, seal, Optional.empty(), "example.org", MailRound.PAUSES, clock);
        outbox = new Outbox(work, new Uuids(clock), seal, nobody, true);
        invitations = new MemberInvitations(
                work, directory, outbox, new Uuids(clock), URI.create("https://feedback.example.org"));
        admission = new Admission(work, directory, outbox);
        members = new Members(work, directory);
        Workspaces workspaces = new Workspaces(work, directory, Set.of());
        clinic = workspaces
                .create(Callers.operator(), workspace("clinic", "mina"))
                .id();
        bakery = workspaces
                .create(Callers.operator(), workspace("bakery", "wei"))
                .id();
        owner = Callers.owner(clinic);
    }

    private static NewWorkspace workspace(String alias, String owner) {
        return new NewWorkspace(
                alias,
                LocalizedText.of("en", "The " + alias + " <&>"),
                List.of("en"),
                "UTC",
                Set.of(),
                Optional.of(owner));
    }

    @AfterEach
    void stop() {
        nobody.close();
        database.close();
    }

    private static Caller person(String login) {
        return new Caller(Caller.Kind.PERSON, "subject-of-" + login, login, Set.of(), Map.of());
    }

    private MemberInvitation invite(String email, Role role) {
        return invitations.invite(owner, clinic, email, role, Language.ENGLISH);
    }

    private String letters(MemberInvitation invitation) {
        Letter letter = outbox.read(owner, clinic, invitation.mail());
        String address = letter.link().orElseThrow().address().toString();
        assertThat(address).startsWith("https://feedback.example.org/join/");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    @Test
    void aPersonWithAnAccountComesInOnceAndHistoryTellsAll() throws SQLException {
        MemberInvitation invitation = invite("New.Person@Example.org ", Role.ANALYST);
        assertThat(invitation.email().value()).isEqualTo("new.person@example.org");
        String letters = letters(invitation);
        InvitedTo invited = admission.look(letters);
        assertThat(invited.alias()).isEqualTo("clinic");
        assertThat(invited.role()).isEqualTo(Role.ANALYST);

        assertThat(admission.accept(person("wei"), letters)).isEqualTo("clinic");
        assertThat(members.list(owner, clinic))
                .filteredOn(member -> member.login().equals("wei"))
                .extracting(Member::roles)
                .containsExactly(Set.of(Role.ANALYST));
        assertCode(() -> admission.accept(person("thief"), letters), ErrorCode.NOT_FOUND);
        assertCode(() -> admission.look(letters), ErrorCode.NOT_FOUND);
        assertThat(invitations.list(owner, clinic).get(0).state()).isEqualTo(MemberInvitation.State.ACCEPTED);
        assertThat(history(clinic))
                .containsExactly("workspace.created", "invitation.created", "invitation.accepted", "members.read");
        assertThat(directory.organizations.get(bakery)).hasSize(1);
    }

    @Test
    void aNewcomerMakesAnAccountWithAPasswordThatHolds() {
        String letters = letters(invite("a+b@example.org", Role.FRONTLINE));
        assertCode(
                () -> admission.accept(new NewAccount(" ", "B", "short", Language.ENGLISH), letters),
                ErrorCode.INVALID);
        admission.accept(new NewAccount("Ana", "Bo", PASSWORD, Language.PERSIAN), letters);
        assertThat(directory.passwords.values()).containsExactly(PASSWORD);
        assertThat(directory.passwords.keySet()).allMatch(login -> login.matches("member-[0-9a-f]{16}"));
    }

    @Test
    void whatFailsAtTheIdentityProviderLeavesTheInvitationOpen() throws SQLException {
        String letters = letters(invite("known@example.org", Role.FRONTLINE));
        NewAccount account = new NewAccount("Ana", "Bo", PASSWORD, Language.ENGLISH);
        assertCode(() -> admission.accept(account, letters), ErrorCode.ALREADY_EXISTS);
        directory.away = true;
        assertCode(() -> admission.accept(person("wei"), letters), ErrorCode.IDENTITY_UNAVAILABLE);
        directory.away = false;
        assertThat(admission.accept(person("wei"), letters)).isEqualTo("clinic");
        assertThat(history(clinic)).endsWith("invitation.accepted.refused", "invitation.accepted");
    }

    @Test
    void aLinkIsWorthNothingOnceItWasSentAgainRevokedOrTooOld() {
        MemberInvitation invitation = invite("ana@example.org", Role.ANALYST);
        String first = letters(invitation);
        assertCode(() -> invitations.resend(owner, clinic, invitation.id()), ErrorCode.TOO_MANY_REQUESTS);
        clock.pass(Duration.ofMinutes(2));
        String second = letters(invitations.resend(owner, clinic, invitation.id()));
        assertCode(() -> admission.look(first), ErrorCode.NOT_FOUND);
        admission.look(second);
        clock.pass(Duration.ofDays(MemberInvitations.DAYS));
        assertCode(() -> admission.accept(person("wei"), second), ErrorCode.NOT_FOUND);
        assertThat(invitations.get(owner, clinic, invitation.id()).state()).isEqualTo(MemberInvitation.State.EXPIRED);
        String third = letters(invitations.resend(owner, clinic, invitation.id()));
        admission.look(third);
        invitations.revoke(owner, clinic, invitation.id());
        assertCode(() -> admission.look(third), ErrorCode.NOT_FOUND);
        assertCode(() -> invitations.resend(owner, clinic, invitation.id()), ErrorCode.STATE);
        assertCode(() -> outbox.read(owner, clinic, invitation.mail()), ErrorCode.NOT_FOUND);
    }

    @Test
    void nothingInTheDatabaseOpensTheDoor() throws SQLException {
        String letters = letters(invite("ana@example.org", Role.ANALYST));
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select row_to_json(i)::text || row_to_json(m)::text"
                        + " from entezar.member_invitation i, entezar.mail m")) {
            rows.next();
            assertThat(rows.getString(1)).doesNotContain(letters, letters.substring(43));
        }
        assertThat(List.of(
                        "",
                        "x",
                        letters + "A",
                        letters.substring(1),
                        "A".repeat(86),
                        "/".repeat(86),
                        letters.substring(0, 60) + "A".repeat(26)))
                .allSatisfy(forged -> assertCode(() -> admission.look(forged), ErrorCode.NOT_FOUND));
    }

    @Test
    void whoMayInviteWhom() {
        Caller administrator = Callers.member(clinic, Role.ADMINISTRATOR);
        assertCode(
                () -> invitations.invite(administrator, clinic, "a@example.org", Role.OWNER, Language.ENGLISH),
                ErrorCode.FORBIDDEN);
        MemberInvitation forOwner = invite("a@example.org", Role.OWNER);
        assertCode(() -> invitations.resend(administrator, clinic, forOwner.id()), ErrorCode.FORBIDDEN);
        assertCode(() -> invitations.revoke(administrator, clinic, forOwner.id()), ErrorCode.FORBIDDEN);
        for (Role role : List.of(Role.ANALYST, Role.FRONTLINE, Role.AUDITOR)) {
            Caller caller = Callers.member(clinic, role);
            assertCode(
                    () -> invitations.invite(caller, clinic, "b@example.org", Role.ANALYST, Language.ENGLISH),
                    ErrorCode.FORBIDDEN);
            assertCode(() -> invitations.revoke(caller, clinic, forOwner.id()), ErrorCode.FORBIDDEN);
        }
        assertThat(invitations.list(Callers.member(clinic, Role.AUDITOR), clinic))
                .hasSize(1);
        assertCode(() -> invitations.list(Callers.member(clinic, Role.ANALYST), clinic), ErrorCode.FORBIDDEN);

        Caller stranger = Callers.owner(bakery);
        assertCode(() -> invitations.list(stranger, clinic), ErrorCode.WORKSPACE_NOT_FOUND);
        assertCode(() -> invitations.get(stranger, bakery, forOwner.id()), ErrorCode.NOT_FOUND);
        assertCode(() -> invitations.resend(stranger, bakery, forOwner.id()), ErrorCode.NOT_FOUND);
        assertCode(() -> invitations.revoke(stranger, bakery, forOwner.id()), ErrorCode.NOT_FOUND);
        Caller machine = new Caller(Caller.Kind.CLIENT, "robot", "robot", Set.of(), Map.of());
        String letters = letters(forOwner);
        assertCode(() -> admission.accept(machine, letters), ErrorCode.FORBIDDEN);
    }

    @Test
    void oneAddressIsInvitedOnceAndMembersAreNot() {
        invite("ana@example.org", Role.ANALYST);
        assertCode(() -> invite("ANA@example.org", Role.AUDITOR), ErrorCode.ALREADY_EXISTS);
        for (String bad : List.of("", "ana", "a@b,c@d", "ana@example.org\r\nBcc: x@example.org")) {
            assertCode(() -> invite(bad, Role.ANALYST), ErrorCode.INVALID);
        }
        clock.pass(Duration.ofDays(MemberInvitations.DAYS + 1));
        String letters = letters(invite("ana@example.org", Role.AUDITOR));
        admission.accept(new NewAccount("Ana", "Bo", PASSWORD, Language.ENGLISH), letters);
        Member ana = members.list(owner, clinic).stream()
                .filter(member -> !member.login().equals("mina"))
                .findFirst()
                .orElseThrow();
        assertCode(() -> invite(ana.email(), Role.ANALYST), ErrorCode.ALREADY_EXISTS);
    }

    @Test
    void theLetterSpeaksThreeLanguagesAndEscapesNames() {
        for (Language language : Language.values()) {
            MemberInvitation invitation = invitations.invite(
                    owner,
                    clinic,
                    language.tag().toLowerCase(java.util.Locale.ROOT) + "@example.org",
                    Role.ANALYST,
                    language);
            Letter letter = outbox.read(owner, clinic, invitation.mail());
            assertThat(letter.subject()).contains("The clinic <&>").doesNotContain("invitation.");
            assertThat(LetterLayout.text(letter)).doesNotContain("invitation.", "{0}");
            assertThat(LetterLayout.html(letter))
                    .contains(
                            "The clinic &lt;&amp;&gt;",
                            "dir=\"" + language.direction().html() + "\"")
                    .doesNotContain("<&>");
        }
    }

    @Test
    void aSuspendedMemberKeepsNothingAndGetsTheSameBack() throws SQLException {
        String letters = letters(invite("wei@example.org", Role.ANALYST));
        admission.accept(person("wei"), letters);
        String wei = "subject-of-wei";
        members.suspend(owner, clinic, wei);
        assertThat(members.get(owner, clinic, wei).roles()).isEmpty();
        assertThat(members.suspended(owner, clinic)).containsEntry(wei, Set.of(Role.ANALYST));
        assertCode(() -> members.assign(owner, clinic, wei, Set.of(Role.AUDITOR)), ErrorCode.STATE);
        assertCode(() -> members.suspend(owner, clinic, wei), ErrorCode.STATE);
        String back = letters(invitations.invite(owner, clinic, "other@example.org", Role.ANALYST, Language.ENGLISH));
        assertCode(() -> admission.accept(person("wei"), back), ErrorCode.STATE);

        directory.away = true;
        assertCode(() -> members.resume(owner, clinic, wei), ErrorCode.IDENTITY_UNAVAILABLE);
        assertThat(members.suspended(owner, clinic)).containsKey(wei);
        directory.away = false;
        assertThat(members.resume(owner, clinic, wei).roles()).containsExactly(Role.ANALYST);
        assertThat(members.suspended(owner, clinic)).isEmpty();

        String mina = "subject-of-mina";
        assertCode(() -> members.suspend(owner, clinic, mina), ErrorCode.LAST_OWNER);
        assertCode(() -> members.suspend(Callers.member(clinic, Role.AUDITOR), clinic, wei), ErrorCode.FORBIDDEN);
        assertCode(() -> members.suspend(Callers.owner(bakery), clinic, wei), ErrorCode.WORKSPACE_NOT_FOUND);
        assertThat(members.suspended(Callers.owner(bakery), bakery)).isEmpty();
        assertThat(history(clinic)).contains("member.suspended", "member.resumed", "member.resumed.refused");
    }

    private List<String> history(WorkspaceId workspace) throws SQLException {
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select action from entezar.history_entry where workspace_id = '"
                                + workspace + "' order by sequence")) {
            List<String> actions = new ArrayList<>();
            while (rows.next()) {
                actions.add(rows.getString(1));
            }
            return actions;
        }
    }
}
