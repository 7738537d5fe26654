package org.entezar.audit;

import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.audit.internal.checkpoint.CheckpointRound;
import org.entezar.audit.internal.deletion.DeletionLetter;
import org.entezar.audit.internal.deletion.DeletionRows;
import org.entezar.audit.internal.deletion.LastEntry;
import org.entezar.audit.internal.export.ArchiveFiles;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.mail.MailAddress;
import org.entezar.platform.mail.MailId;
import org.entezar.platform.mail.Outbox;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.Workspace;
import org.entezar.workspace.WorkspaceEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes whole workspaces. An owner asks for it and types the name; all owners get a mail with a link; until the day
 * every owner can cancel. Then nobody finds the workspace any more, its organization goes, its rows and files are erased,
 * and the link shows a signed certificate.
 */
public final class Deletions {

    /** Days that an owner usually has to think again. */
    public static final int USUAL_DAYS = 30;

    public static final int MOST_DAYS = 365;

    /** After so long no token that was given before the deletion is taken any more: then a second look finds all gone. */
    static final Duration LAST_TOKENS = Duration.ofMinutes(10);

    /** So long it is tried to hand the last checkpoint to places outside before everything is erased all the same. */
    static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private static final int SECRET = 32;
    private static final int LETTERS = 43;
    private static final Logger LOG = LoggerFactory.getLogger(Deletions.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Work work;
    private final WorkspaceParts parts;
    private final WorkspaceEnd end;
    private final Outbox outbox;
    private final LastEntry last;
    private final List<ArchiveFiles> files;
    private final CheckpointRound anchors;
    private final URI publicUrl;
    private final Clock clock;

    Deletions(
            Work work,
            WorkspaceParts parts,
            WorkspaceEnd end,
            Outbox outbox,
            LastEntry last,
            List<ArchiveFiles> files,
            CheckpointRound anchors,
            URI publicUrl,
            Clock clock) {
        this.work = work;
        this.parts = parts;
        this.end = end;
        this.outbox = outbox;
        this.last = last;
        this.files = files;
        this.anchors = anchors;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** The deletion that is going to happen, if any. Needs {@link Permission#DATA_GOVERN}. */
    public Optional<Deletion> pending(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.DATA_GOVERN, tx -> DeletionRows.pending(tx.handle(), workspace));
    }

    /**
     * Asks for a deletion. Needs {@link Permission#DATA_GOVERN}.
     *
     * @param alias of the workspace, typed to make sure
     * @param days until it happens, 1 to {@value #MOST_DAYS}
     * @throws Problem {@link ErrorCode#INVALID} with {@code /alias} or {@code /days}, {@link ErrorCode#ON_HOLD},
     *     {@link ErrorCode#STATE} when one is asked for already, {@link ErrorCode#IDENTITY_UNAVAILABLE}
     */
    public RequestedDeletion request(Caller caller, WorkspaceId workspace, String alias, int days) {
        caller.require(workspace, Permission.DATA_GOVERN);
        Workspace settings = parts.workspaces().get(caller, workspace);
        check(settings, alias, days);
        parts.collection().holds().requireNone(caller, workspace);
        List<Directory.Member> owners = parts.members().list(caller, workspace).stream()
                .filter(member -> member.roles().contains(Role.OWNER))
                .toList();
        String ticket = ticket();
        URI link = URI.create(publicUrl + "/deletion/" + ticket);
        List<MailId> mails = new ArrayList<>();
        Deletion deletion = work.change(caller, workspace, Permission.DATA_GOVERN, tx -> {
            if (DeletionRows.pending(tx.handle(), workspace).isPresent()) {
                throw new Problem(ErrorCode.STATE, "REQUESTED");
            }
            Deletion asked = new Deletion(
                    workspace,
                    settings.alias(),
                    settings.name(),
                    caller.displayName(),
                    tx.now(),
                    tx.now().plus(Duration.ofDays(days)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            DeletionRows.insert(tx.handle(), asked, hash(ticket));
            for (Directory.Member owner : owners) {
                MailAddress.of(owner.email())
                        .ifPresent(address -> mails.add(outbox.write(
                                tx,
                                "deletion",
                                address,
                                DeletionLetter.of(settings, caller.displayName(), asked.dueAt(), link),
                                asked.dueAt())));
            }
            tx.record(Change.created(
                    "workspace.deletion-requested", "workspace/" + settings.alias(), Map.of("dueAt", asked.dueAt())));
            return asked;
        });
        mails.forEach(mail -> outbox.begin(workspace, mail));
        return new RequestedDeletion(deletion, link);
    }

    private static void check(Workspace settings, String alias, int days) {
        List<Violation> faults = new ArrayList<>();
        if (!settings.alias().equals(alias.strip())) {
            faults.add(Violation.at("/alias", ErrorCode.UNKNOWN_KEY, alias));
        }
        if (days < 1 || days > MOST_DAYS) {
            faults.add(Violation.at("/days", ErrorCode.OUT_OF_RANGE, 1, MOST_DAYS));
        }
        Problem.throwIfAny(faults);
    }

    /**
     * Cancels it. Needs {@link Permission#DATA_GOVERN}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when none is going to happen
     */
    public void cancel(Caller caller, WorkspaceId workspace) {
        work.change(caller, workspace, Permission.DATA_GOVERN, tx -> {
            if (!DeletionRows.cancel(tx.handle(), workspace, tx.now())) {
                throw new Problem(ErrorCode.NOT_FOUND);
            }
            String alias = parts.workspaces().get(caller, workspace).alias();
            tx.record(Change.noted("workspace.deletion-cancelled", "workspace/" + alias));
            return alias;
        });
    }

    /** What became of a deletion, for whoever has its link; the certificate once everything is gone. */
    public Optional<Deletion> byTicket(String ticket) {
        if (ticket.length() != LETTERS) {
            return Optional.empty();
        }
        return work.global(handle -> DeletionRows.byTicket(handle, hash(ticket)))
                .map(found -> found.deletedAt().isPresent()
                        ? found
                        : new Deletion(
                                found.workspace(),
                                found.alias(),
                                found.name(),
                                found.requestedBy(),
                                found.requestedAt(),
                                found.dueAt(),
                                found.cancelledAt(),
                                found.deletedAt(),
                                Optional.empty()));
    }

    /** Carries out what is due and looks a second time at what was. For the product's own clock, never for a request. */
    public void round() throws InterruptedException {
        Instant now = clock.instant();
        for (Deletion due : work.global(handle -> DeletionRows.due(handle, now))) {
            try {
                carryOut(due);
            } catch (IOException | RuntimeException failure) {
                LOG.error("The workspace {} could not be deleted yet; it is tried again", due.workspace(), failure);
            }
        }
        for (WorkspaceId gone : work.global(handle -> DeletionRows.unswept(handle, now.minus(LAST_TOKENS)))) {
            work.global(handle -> DeletionRows.erase(handle, gone));
            work.global(handle -> {
                DeletionRows.swept(handle, gone, now);
                return gone;
            });
        }
    }

    private void carryOut(Deletion due) throws IOException, InterruptedException {
        WorkspaceId workspace = due.workspace();
        Caller caller = Caller.product("deletion", workspace);
        parts.collection().holds().requireNone(caller, workspace);
        end.close(caller, workspace);
        if (due.certificate().isEmpty()) {
            String certificate = last.write(caller, due);
            work.global(handle -> {
                DeletionRows.certify(handle, workspace, certificate);
                return certificate;
            });
        }
        if (!anchors.handOver(workspace) && clock.instant().isBefore(due.dueAt().plus(LONGEST_WAIT))) {
            throw new IOException("The last checkpoint has not arrived at every place outside");
        }
        work.global(handle -> DeletionRows.requireErasable(handle, workspace));
        end.dissolve(caller, workspace);
        long rows = work.global(handle -> DeletionRows.erase(handle, workspace));
        for (ArchiveFiles store : files) {
            store.forget(workspace);
        }
        Instant now = clock.instant();
        work.global(handle -> {
            DeletionRows.done(handle, workspace, now);
            return rows;
        });
        LOG.info("The workspace {} was deleted: {} rows", workspace, rows);
    }

    private static String ticket() {
        byte[] secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static byte[] hash(String ticket) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(ticket.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
