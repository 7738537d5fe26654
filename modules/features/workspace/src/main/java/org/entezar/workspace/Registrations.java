package org.entezar.workspace;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.mail.MailAddress;
import org.entezar.platform.mail.MailId;
import org.entezar.platform.mail.Outbox;
import org.entezar.platform.tenancy.Installation;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.AddressLimit;
import org.entezar.workspace.internal.Alias;
import org.entezar.workspace.internal.RegistrationLetter;
import org.entezar.workspace.internal.RegistrationRows;
import org.entezar.workspace.internal.Ticket;

/**
 * The way to a workspace of one's own: a mail with a link first, and everything else on the page behind it, so that
 * nothing is kept of people who never read that mail. Whoever asks is told the same, whether the address has an account
 * or not; nobody looks. {@link Founding} is the other half, behind the link.
 *
 * <p>Registrations belong to the installation itself ({@link WorkspaceId#INSTALLATION}); its history tells of them by
 * their ids, and their addresses are forgotten a week after they ended.
 */
public final class Registrations {

    /** Hours for which a link works that somebody asked for. */
    public static final int HOURS = 24;

    /** Hours for which an operator's works. */
    public static final int INVITED_HOURS = 14 * 24;

    private static final int MOST_LISTED = 500;
    private static final int MOST_SENDS = 5;
    private static final int ALIASES_PER_MAIL = 30;
    private static final Duration REST = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(7);

    private final Work work;
    private final Workspaces workspaces;
    private final Outbox outbox;
    private final Uuids ids;
    private final RegistrationPlan plan;
    private final AddressLimit mails;
    private final AddressLimit aliases;
    private final RegistrationRows rows = new RegistrationRows();

    public Registrations(
            Work work, Workspaces workspaces, Outbox outbox, Uuids ids, RegistrationPlan plan, Clock clock) {
        this.work = work;
        this.workspaces = workspaces;
        this.outbox = outbox;
        this.ids = ids;
        this.plan = plan;
        this.mails = new AddressLimit(plan.perHour(), RegistrationPlan.TOGETHER, clock);
        this.aliases = new AddressLimit(
                Math.multiplyExact(plan.perHour(), ALIASES_PER_MAIL), RegistrationPlan.TOGETHER, clock);
    }

    /** Who may make a workspace here. */
    public Openness openness() {
        return plan.openness();
    }

    /**
     * Sends the link to an address. Within a minute of the last mail to it, or after some mails without an answer,
     * nothing is sent; whoever asks is not told.
     *
     * @param address where the request came from, for the rate
     * @throws Problem {@link ErrorCode#REGISTRATION_CLOSED} unless it is open, {@link ErrorCode#INVALID} for an address
     *     that is none, {@link ErrorCode#TOO_MANY_REQUESTS}
     */
    public void ask(String typed, Language language, String address) {
        if (plan.openness() != Openness.OPEN) {
            throw new Problem(ErrorCode.REGISTRATION_CLOSED);
        }
        MailAddress email = email(typed);
        mails.pass(address);
        Caller product = Caller.product("registration", WorkspaceId.INSTALLATION);
        Optional<MailId> mail = work.change(product, WorkspaceId.INSTALLATION, Permission.WORKSPACE_CREATE, tx -> {
            rows.forget(tx, tx.now().minus(KEPT));
            Optional<Registration> open = rows.lockOpen(tx, email);
            boolean enough = open.filter(each -> each.at(tx.now()).state() == Registration.State.OPEN)
                    .filter(each -> each.sends() >= MOST_SENDS
                            || tx.now().isBefore(each.sentAt().plus(REST)))
                    .isPresent();
            if (enough) {
                tx.record(Change.noted(
                        "registration.asked", subject(open.orElseThrow().id())));
                return Optional.empty();
            }
            return Optional.of(send(tx, open, email, language, "", HOURS).mail());
        });
        mail.ifPresent(id -> outbox.begin(WorkspaceId.INSTALLATION, id));
    }

    /** The latest registrations, the newest first, to an operator. */
    public List<Registration> list(Caller operator) {
        return work.read(
                operating(operator),
                WorkspaceId.INSTALLATION,
                Permission.WORKSPACE_CREATE,
                tx -> rows.latest(tx, MOST_LISTED).stream()
                        .map(registration -> registration.at(tx.now()))
                        .toList());
    }

    /**
     * Sends an operator's link, which works also where registration is not open. Sent again to the same address, the
     * earlier link is worth nothing.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN} to anybody but an operator, {@link ErrorCode#INVALID} for an address
     *     that is none, {@link ErrorCode#TOO_MANY_REQUESTS} within a minute of the last mail to the address
     */
    public Registration invite(Caller operator, String typed, Language language) {
        Caller caller = operating(operator);
        MailAddress email = email(typed);
        Registration sent = work.change(caller, WorkspaceId.INSTALLATION, Permission.WORKSPACE_CREATE, tx -> {
            rows.forget(tx, tx.now().minus(KEPT));
            Optional<Registration> open = rows.lockOpen(tx, email);
            open.map(each -> Duration.between(tx.now(), each.sentAt().plus(REST)))
                    .filter(rest -> !rest.isNegative() && !rest.isZero())
                    .ifPresent(rest -> {
                        throw new Problem(ErrorCode.TOO_MANY_REQUESTS, rest.toSeconds() + 1);
                    });
            return send(tx, open, email, language, operator.displayName(), INVITED_HOURS);
        });
        outbox.begin(WorkspaceId.INSTALLATION, sent.mail());
        return sent;
    }

    /**
     * Takes a link back.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN} to anybody but an operator, {@link ErrorCode#NOT_FOUND},
     *     {@link ErrorCode#STATE} when it is not open
     */
    public void revoke(Caller operator, RegistrationId id) {
        work.change(operating(operator), WorkspaceId.INSTALLATION, Permission.WORKSPACE_CREATE, tx -> {
            Registration open = rows.lock(tx, id).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
            if (open.at(tx.now()).state() != Registration.State.OPEN) {
                throw new Problem(ErrorCode.STATE, open.at(tx.now()).state());
            }
            rows.put(tx, id, Registration.State.REVOKED);
            outbox.cancel(tx, open.mail());
            tx.record(Change.noted("registration.revoked", subject(id)));
            return id;
        });
    }

    /**
     * Whether a workspace could have that name in addresses. Names of workspaces are no secret here, but who asks is
     * counted.
     *
     * @param caller an operator is told where registration is closed, too
     * @param address where the request came from, for the rate
     * @throws Problem {@link ErrorCode#REGISTRATION_CLOSED}, {@link ErrorCode#TOO_MANY_REQUESTS}
     */
    public AliasState alias(Caller caller, String text, String address) {
        if (plan.openness() == Openness.CLOSED && !caller.isOperator()) {
            throw new Problem(ErrorCode.REGISTRATION_CLOSED);
        }
        aliases.pass(address);
        return state(text);
    }

    AliasState state(String text) {
        if (!Alias.hasShape(text)) {
            return AliasState.MALFORMED;
        }
        if (!Alias.isAllowed(text)) {
            return AliasState.RESERVED;
        }
        return workspaces.byAlias(text).isPresent() ? AliasState.TAKEN : AliasState.FREE;
    }

    /** Sends a link for the open registration to the address, or for a new one. */
    private Registration send(
            Tx tx, Optional<Registration> open, MailAddress email, Language language, String invitedBy, int hours) {
        RegistrationId id = open.map(Registration::id).orElseGet(() -> new RegistrationId(ids.next()));
        Ticket ticket = Ticket.issue(WorkspaceId.INSTALLATION, id.value());
        Instant until = tx.now().plus(Duration.ofHours(hours));
        MailId mail = outbox.write(
                tx,
                "registration",
                email,
                RegistrationLetter.link(language, link(plan, ticket), hours, invitedBy),
                until);
        if (open.isPresent()) {
            outbox.cancel(tx, open.get().mail());
            rows.renew(tx, id, ticket.hash(), until, mail);
            tx.record(Change.noted("registration.resent", subject(id)));
        } else {
            Registration begun = new Registration(
                    id, email, language, Registration.State.OPEN, invitedBy, tx.now(), tx.now(), 1, until, mail, "", 0);
            rows.insert(tx, begun, ticket.hash());
            tx.record(Change.created(
                    "registration.created", subject(id), Map.of("language", language.tag(), "expiresAt", until)));
        }
        return rows.find(tx, id).orElseThrow();
    }

    static URI link(RegistrationPlan plan, Ticket ticket) {
        return URI.create(plan.publicUrl() + "/sign-up/" + ticket.letters());
    }

    static String subject(RegistrationId id) {
        return "registration/" + id;
    }

    private static MailAddress email(String typed) {
        return MailAddress.of(typed.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new Problem(List.of(Violation.at("/email", ErrorCode.WRONG_TYPE, "e-mail"))));
    }

    /** An operator as somebody who may work on the installation's own rows. */
    private static Caller operating(Caller operator) {
        return Installation.operating(operator);
    }
}
