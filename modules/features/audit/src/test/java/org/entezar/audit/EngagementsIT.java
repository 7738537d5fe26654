package org.entezar.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.evidence.archive.Trust;
import org.entezar.evidence.archive.Verification;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.mail.MailAddress;
import org.entezar.platform.mail.MailRound;
import org.entezar.platform.mail.MailSeal;
import org.entezar.platform.mail.Outbox;
import org.entezar.platform.mail.Post;
import org.entezar.platform.mail.SmtpPost;
import org.entezar.platform.mail.SmtpSettings;
import org.entezar.workspace.Members;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Outside auditors: let in for a time, heard, and shut out by the clock alone. */
class EngagementsIT {

    private static final Instant START = AuditFixture.START;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String OUTSIDER = "outsider";

    private AuditFixture fixture;
    private People people;
    private Members members;
    private Engagements engagements;

    @BeforeEach
    void start() {
        fixture = new AuditFixture();
        people = new People();
        members = new Members(fixture.work, people);
        engagements = new Engagements(fixture.work, members, fixture.ids);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private Engagement invite(Engagement.Scope scope) {
        return invite(scope, false);
    }

    private Engagement invite(Engagement.Scope scope, boolean mail) {
        return engagements.invite(
                fixture.owner,
                fixture.workspace,
                new Invitation("outsider@audit.example", "Yearly review", scope, START, START.plus(WEEK), mail));
    }

    /** The outsider as the door would make of a token that still has the role. */
    private Caller outsider(Role... roles) {
        return new Caller(
                Caller.Kind.PERSON,
                OUTSIDER,
                "Out Sider",
                Set.of(),
                Map.of(fixture.workspace, Caller.Membership.of("aria-hotel", Set.of(roles))));
    }

    private static void refused(ErrorCode code, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }

    /** By a real mail server: the line in the mail is the checkpoint that convicts whoever rewrites what was before. */
    @Test
    void theAuditorHasCheckpointsInTheMailboxWhileTheEngagementRunsAndOnceADay() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        MailSeal seal = new MailSeal(new byte[MailSeal.KEY_BYTES]);
        Post post = new SmtpPost(
                new SmtpSettings("127.0.0.1", server.getSmtp().getPort(), SmtpSettings.Security.NONE, Optional.empty()),
                new MailAddress("entezar@example.org"),
                "Entezar",
                fixture.clock);
        try (MailRound round =
                new MailRound(fixture.work, seal, Optional.of(post), "example.org", MailRound.PAUSES, fixture.clock)) {
            Outbox outbox = new Outbox(fixture.work, fixture.ids, seal, round, false);
            CheckpointMail mail = new CheckpointMail(outbox, fixture.workspaces, members, Optional.empty());
            Audit audit = fixture.audit(
                    fixture.folder, new Jobs(fixture.work, fixture.ids, 1), CheckpointPlan.USUAL.by(mail));
            audit.round(List.of(fixture.workspace));
            invite(Engagement.Scope.WHOLE, false);
            audit.round(List.of(fixture.workspace));
            engagements.invite(
                    fixture.owner,
                    fixture.workspace,
                    new Invitation(
                            "outsider@audit.example", "x", Engagement.Scope.WHOLE, START, START.plus(WEEK), true));
            for (int hours : new int[] {0, 1, 2, 25, 26, 49, 24 * 8}) {
                if (hours == 49) {
                    members.remove(fixture.owner, fixture.workspace, OUTSIDER);
                }
                fixture.clock.set(START.plus(Duration.ofHours(hours)));
                fixture.send("{'spent':" + hours + "}");
                fixture.seal();
                audit.round(List.of(fixture.workspace));
            }
            assertThat(server.waitForIncomingEmail(60_000, 2)).isTrue();
            MimeMessage[] received = server.getReceivedMessages();
            assertThat(received)
                    .as("one a day, none before, none without being wanted, none to who was removed, none after")
                    .hasSize(2);
            assertThat(received[0].getAllRecipients()[0]).hasToString("outsider@audit.example");
            SignedCheckpoint kept = checkpoint(received[1]);
            assertThat(kept.checkpoint().workspace()).isEqualTo(fixture.workspace.toString());
            assertThat(Verification.verify(
                                    Archives.export(fixture, EvidencePeriod.ALL), new Trust(List.of(), List.of(kept)))
                            .holds())
                    .isTrue();
            assertThat(audit.checkpoints().anchors(fixture.owner, fixture.workspace))
                    .singleElement()
                    .satisfies(state -> {
                        assertThat(state.target()).isEqualTo("mail:outsider@audit.example");
                        assertThat(state.size()).isEqualTo(kept.checkpoint().size());
                    });
            audit.close();
        } finally {
            server.stop();
        }
    }

    private static SignedCheckpoint checkpoint(MimeMessage mail) throws Exception {
        String text = String.valueOf(
                ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent());
        String line =
                text.lines().filter(one -> one.startsWith("{")).findFirst().orElseThrow();
        return SignedCheckpoint.parse(line.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void accessEndsByTheClockAlone() {
        Engagement made = invite(Engagement.Scope.WHOLE);
        assertThat(people.roles.get(OUTSIDER)).containsExactly(Role.AUDITOR);
        Caller during = engagements.admit(outsider(Role.AUDITOR));
        assertThat(during.memberships().get(fixture.workspace).permissions()).isEqualTo(Role.AUDITOR.permissions());
        assertThat(engagements.list(during, fixture.workspace)).containsExactly(made);

        fixture.clock.set(START.plus(WEEK).minusMillis(1));
        assertThat(engagements.admit(outsider(Role.AUDITOR)).memberships()).isNotEmpty();
        fixture.clock.set(START.plus(WEEK));
        Caller after = engagements.admit(outsider(Role.AUDITOR));
        assertThat(after.memberships()).isEmpty();
        refused(ErrorCode.WORKSPACE_NOT_FOUND, () -> fixture.audit.history().overview(after, fixture.workspace));
        // Another role stays; what the auditor's gave is gone.
        Caller analyst = engagements.admit(outsider(Role.AUDITOR, Role.ANALYST));
        assertThat(analyst.memberships().get(fixture.workspace).permissions()).isEqualTo(Role.ANALYST.permissions());
        // The workspace's own auditor has no engagement and no end.
        assertThat(engagements.admit(fixture.auditor)).isEqualTo(fixture.auditor);
    }

    @Test
    void accessBeginsByTheClockAndAnOwnerEndsItSooner() {
        Engagement coming = engagements.invite(
                fixture.owner,
                fixture.workspace,
                new Invitation(
                        OUTSIDER,
                        "Review",
                        Engagement.Scope.WHOLE,
                        START.plus(WEEK),
                        START.plus(WEEK).plus(WEEK),
                        false));
        assertThat(engagements.admit(outsider(Role.AUDITOR)).memberships()).isEmpty();
        fixture.clock.set(START.plus(WEEK));
        assertThat(engagements.admit(outsider(Role.AUDITOR)).memberships()).isNotEmpty();
        Engagement ended = engagements.end(fixture.owner, fixture.workspace, coming.id());
        assertThat(ended.endsAt()).isEqualTo(START.plus(WEEK));
        assertThat(engagements.admit(outsider(Role.AUDITOR)).memberships()).isEmpty();
    }

    @Test
    void whoIsLetAtFiguresOnlySeesNoSingleResponse() {
        invite(Engagement.Scope.FIGURES);
        Caller caller = engagements.admit(outsider(Role.AUDITOR));
        Set<Permission> expected = EnumSet.copyOf(Role.AUDITOR.permissions());
        expected.remove(Permission.RESPONSE_READ);
        expected.remove(Permission.CASE_READ);
        assertThat(caller.memberships().get(fixture.workspace).permissions()).isEqualTo(expected);
        refused(
                ErrorCode.FORBIDDEN,
                () -> fixture.audit.exports().begin(caller, fixture.workspace, EvidencePeriod.ALL));
        assertThat(fixture.audit.history().overview(caller, fixture.workspace).entries())
                .isPositive();
    }

    @Test
    void whoeverWasRemovedComesBackByTheNewEngagementAlone() {
        Engagement whole = invite(Engagement.Scope.WHOLE);
        people.removeMember(fixture.workspace, OUTSIDER);
        invite(Engagement.Scope.FIGURES);
        Caller admitted = engagements.admit(outsider(Role.AUDITOR));
        assertThat(admitted.may(fixture.workspace, Permission.HISTORY_READ)).isTrue();
        assertThat(admitted.may(fixture.workspace, Permission.RESPONSE_READ)).isFalse();
        assertThat(engagements.get(fixture.owner, fixture.workspace, whole.id()).state(fixture.clock.instant()))
                .isEqualTo(Engagement.State.ENDED);
    }

    @Test
    void questionsAnswersAndFindingsAreKeptWithTheirEntriesAndAreEntries() {
        Engagement made = invite(Engagement.Scope.WHOLE);
        Caller auditor = engagements.admit(outsider(Role.AUDITOR));
        Remark question = engagements.remark(
                auditor,
                fixture.workspace,
                made.id(),
                Remark.Kind.QUESTION,
                Optional.of(2L),
                " Why was this changed? ");
        Remark answer = engagements.answer(fixture.owner, fixture.workspace, question.id(), "A new season.");
        Remark finding = engagements.remark(
                auditor, fixture.workspace, made.id(), Remark.Kind.FINDING, Optional.empty(), "No reason was given.");
        assertThat(engagements
                        .judge(auditor, fixture.workspace, finding.id(), Remark.Status.RESOLVED)
                        .status())
                .contains(Remark.Status.RESOLVED);
        assertThat(engagements.about(auditor, fixture.workspace, 2))
                .extracting(Remark::text)
                .containsExactly("Why was this changed?", "A new season.");
        assertThat(engagements.remarks(fixture.owner, fixture.workspace, made.id()))
                .extracting(Remark::id)
                .containsExactly(question.id(), answer.id(), finding.id());
        assertThat(fixture.audit
                        .history()
                        .entries(
                                fixture.owner,
                                fixture.workspace,
                                new HistoryFilter(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("engagement/" + made.id()),
                                        Optional.empty(),
                                        true),
                                Optional.empty(),
                                10)
                        .entries())
                .extracting(entry -> entry.entry().action())
                .containsExactly(
                        "engagement.opened", "question.asked", "question.answered", "finding.stated", "finding.judged");
        refused(
                ErrorCode.INVALID,
                () -> engagements.remark(
                        auditor, fixture.workspace, made.id(), Remark.Kind.QUESTION, Optional.of(9_999L), "?"));
        fixture.clock.set(START.plus(WEEK));
        // With a caller that was let in before the end, as in a request that was under way.
        refused(
                ErrorCode.FORBIDDEN,
                () -> engagements.remark(
                        auditor, fixture.workspace, made.id(), Remark.Kind.QUESTION, Optional.empty(), "Late?"));
        refused(
                ErrorCode.FORBIDDEN,
                () -> engagements.judge(auditor, fixture.workspace, finding.id(), Remark.Status.WITHDRAWN));
    }

    @Test
    void everybodyElseMayReadOrNothing() {
        Engagement made = invite(Engagement.Scope.WHOLE);
        Caller auditor = engagements.admit(outsider(Role.AUDITOR));
        Remark question = engagements.remark(
                auditor, fixture.workspace, made.id(), Remark.Kind.QUESTION, Optional.empty(), "Why?");
        Invitation another = new Invitation("other", "x", Engagement.Scope.WHOLE, START, START.plus(WEEK), false);
        for (Role role : Role.values()) {
            Caller caller = Callers.member(fixture.workspace, role);
            boolean reads = role == Role.OWNER || role == Role.AUDITOR;
            if (reads) {
                assertThat(engagements.remarks(caller, fixture.workspace, made.id()))
                        .containsExactly(question);
            } else {
                refused(ErrorCode.FORBIDDEN, () -> engagements.list(caller, fixture.workspace));
            }
            // Neither owners nor the workspace's own auditor speak for the one who was invited.
            refused(
                    ErrorCode.FORBIDDEN,
                    () -> engagements.remark(
                            caller, fixture.workspace, made.id(), Remark.Kind.FINDING, Optional.empty(), "Mine"));
            if (role != Role.OWNER) {
                refused(ErrorCode.FORBIDDEN, () -> engagements.invite(caller, fixture.workspace, another));
                refused(ErrorCode.FORBIDDEN, () -> engagements.end(caller, fixture.workspace, made.id()));
                refused(
                        ErrorCode.FORBIDDEN,
                        () -> engagements.answer(caller, fixture.workspace, question.id(), "Because."));
            }
        }
        refused(ErrorCode.FORBIDDEN, () -> engagements.invite(auditor, fixture.workspace, another));
        WorkspaceId other = new WorkspaceId(fixture.ids.next());
        fixture.enter(other, "other");
        Caller stranger = Callers.owner(other);
        refused(ErrorCode.WORKSPACE_NOT_FOUND, () -> engagements.list(stranger, fixture.workspace));
        refused(ErrorCode.NOT_FOUND, () -> engagements.get(stranger, other, made.id()));
        refused(ErrorCode.NOT_FOUND, () -> engagements.answer(stranger, other, question.id(), "Because."));
    }

    @Test
    void anAuditorOfTheWorkspacesOwnIsNotBound() {
        people.roles.put("own", EnumSet.of(Role.AUDITOR));
        refused(
                ErrorCode.ALREADY_EXISTS,
                () -> engagements.invite(
                        fixture.owner,
                        fixture.workspace,
                        new Invitation("own", "x", Engagement.Scope.WHOLE, START, START.plus(WEEK), false)));
        refused(
                ErrorCode.INVALID,
                () -> new Invitation("own", "x", Engagement.Scope.WHOLE, START.plus(WEEK), START, false));
    }

    /** Two people whom the identity provider knows; kept in memory as the real one keeps them. */
    private static final class People implements Directory {
        private final Map<String, Set<Role>> roles = new java.util.concurrent.ConcurrentHashMap<>();

        private Member member(String subject) {
            return new Member(
                    subject, subject, "Out Sider", subject + "@audit.example", roles.getOrDefault(subject, Set.of()));
        }

        @Override
        public List<Member> members(WorkspaceId workspace) {
            List<Member> all = new ArrayList<>();
            roles.keySet().forEach(subject -> all.add(member(subject)));
            return all;
        }

        @Override
        public Member addMember(WorkspaceId workspace, String login, Role role) {
            String subject = login.replaceFirst("@.*", "");
            roles.put(subject, EnumSet.of(role));
            return member(subject);
        }

        @Override
        public Member assign(WorkspaceId workspace, String subject, Set<Role> held) {
            roles.put(subject, held);
            return member(subject);
        }

        @Override
        public void removeMember(WorkspaceId workspace, String subject) {
            roles.remove(subject);
        }

        @Override
        public Welcome addMember(WorkspaceId workspace, Newcomer newcomer, Role role) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Member addMember(WorkspaceId workspace, Newcomer newcomer, String password, Role role) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Member join(WorkspaceId workspace, String subject, Role role) {
            throw new UnsupportedOperationException();
        }

        @Override
        public WorkspaceId createWorkspace(String alias, String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void removeWorkspace(WorkspaceId workspace) {
            throw new UnsupportedOperationException();
        }
    }
}
