package org.entezar.platform.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;

/**
 * The mails of workspaces. A mail is written in the transaction that causes it, so that it exists exactly when that
 * commits; {@link MailRound} sends it afterwards. Where no mail server is set, mails wait here; in the demo they can be
 * read here instead.
 */
public final class Outbox {

    private static final int MOST_LISTED = 200;

    private final Work work;
    private final Uuids ids;
    private final MailSeal seal;
    private final MailRound round;
    private final boolean readable;

    /**
     * @param round sends what is written here
     * @param readable whether mails are read here instead of being sent, as in the demo
     */
    public Outbox(Work work, Uuids ids, MailSeal seal, MailRound round, boolean readable) {
        this.work = work;
        this.ids = ids;
        this.seal = seal;
        this.round = round;
        this.readable = readable;
    }

    /**
     * Writes a mail in the caller's transaction. After that has committed, {@link #begin} it.
     *
     * @param kind what it is, a word
     * @param until after this it is of no use and is not sent any more
     */
    public MailId write(Tx tx, String kind, MailAddress recipient, Letter letter, Instant until) {
        MailId id = new MailId(ids.next());
        OutboxMail mail = new OutboxMail(
                id,
                kind,
                recipient,
                letter.subject(),
                MailState.WAITING,
                0,
                tx.now(),
                tx.caller().subject(),
                until,
                Optional.of(tx.now()),
                Optional.empty(),
                Optional.empty(),
                "");
        MailRows.insert(tx, mail, seal.seal(tx.workspace(), id, Json.write(letter)));
        return id;
    }

    /** Has a written mail sent now. Called twice, or for a mail that was sent, it does nothing more. */
    public void begin(WorkspaceId workspace, MailId id) {
        round.begin(workspace, id);
    }

    /** In the caller's transaction: the mail is not sent if it has not been, and its content goes. */
    public void cancel(Tx tx, MailId id) {
        MailRows.cancel(tx, id);
    }

    /** The latest mails, the newest first. Needs {@link Permission#MEMBER_EDIT}. */
    public List<OutboxMail> list(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.MEMBER_EDIT, tx -> MailRows.latest(tx, MOST_LISTED));
    }

    /** Whether mail leaves this installation at all. */
    public boolean sends() {
        return round.sends();
    }

    /** Whether mails are read here instead of being sent, as in the demo. */
    public boolean readable() {
        return readable;
    }

    /** Whether the caller may read the mail here: in the demo, who caused it and owners. */
    public boolean mayRead(Caller caller, WorkspaceId workspace, OutboxMail mail) {
        return readable
                && caller.may(workspace, Permission.MEMBER_EDIT)
                && (caller.roles(workspace).contains(Role.OWNER)
                        || mail.createdBy().equals(caller.subject()));
    }

    /**
     * What a mail says. Needs {@link Permission#MEMBER_EDIT}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when there is none, its content is gone, or this caller is not to read
     *     it
     */
    public Letter read(Caller caller, WorkspaceId workspace, MailId id) {
        return work.read(caller, workspace, Permission.MEMBER_EDIT, tx -> MailRows.find(tx, id)
                .filter(mail -> mayRead(caller, workspace, mail))
                .flatMap(mail -> MailRows.content(tx, id))
                .flatMap(content -> seal.open(workspace, id, content))
                .map(content -> Json.read(content, Letter.class))
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND)));
    }

    /**
     * Has a mail that was given up tried again. Needs {@link Permission#MEMBER_EDIT}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#STATE} when it was not given up or is of no use any
     *     more
     */
    public void retry(Caller caller, WorkspaceId workspace, MailId id) {
        work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
            if (!MailRows.again(tx, id)) {
                throw new Problem(MailRows.find(tx, id).isPresent() ? ErrorCode.STATE : ErrorCode.NOT_FOUND);
            }
            tx.record(Change.noted("mail.retried", "mail/" + id));
            return id;
        });
        begin(workspace, id);
    }

    /**
     * Gives up a mail for good and erases its content. Needs {@link Permission#MEMBER_EDIT}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#STATE} when it was sent or given up for good before
     */
    public void discard(Caller caller, WorkspaceId workspace, MailId id) {
        work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
            if (!MailRows.discard(tx, id)) {
                throw new Problem(MailRows.find(tx, id).isPresent() ? ErrorCode.STATE : ErrorCode.NOT_FOUND);
            }
            tx.record(Change.noted("mail.discarded", "mail/" + id));
            return id;
        });
    }

    /**
     * In the demo, the mails to people who are in no workspace yet, such as those of signing up, for everybody to read;
     * the newest first.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} where mails are not read here
     */
    public List<OutboxMail> open() {
        return readableByAll(tx -> MailRows.latest(tx, MOST_LISTED));
    }

    /**
     * In the demo, what one of them says.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} where mails are not read here, or when its content is gone
     */
    public Letter readOpen(MailId id) {
        return readableByAll(tx -> MailRows.content(tx, id)
                .flatMap(content -> seal.open(WorkspaceId.INSTALLATION, id, content))
                .map(content -> Json.read(content, Letter.class))
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND)));
    }

    private <T> T readableByAll(Function<Tx, T> body) {
        if (!readable) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
        Caller demo = Caller.product("demo", WorkspaceId.INSTALLATION);
        return work.read(demo, WorkspaceId.INSTALLATION, Permission.MEMBER_EDIT, body);
    }
}
