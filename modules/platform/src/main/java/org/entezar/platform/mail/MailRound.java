package org.entezar.platform.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries waiting mails to the mail server, one after the other, in a thread of its own. A mail is noted as sent after
 * the server has taken it: when we are killed in between, it is sent once more, with the same Message-ID. What is
 * refused for now is tried again after longer and longer pauses; what is refused for good is not. After a restart
 * {@link #recover} takes up what waits. One server works on a database's mails.
 */
public final class MailRound implements AutoCloseable {

    /** Pauses before the second attempt, the third and so on; then it is given up: after about two days. */
    public static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private static final Duration DATABASE_AWAY = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);

    private final Work work;
    private final MailSeal seal;
    private final Optional<Post> post;
    private final String domain;
    private final List<Duration> pauses;
    private final Clock clock;
    private final Set<MailId> taken = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor thread;

    /**
     * @param post what carries mail; empty where no mail server is set: then mails wait
     * @param domain what stands behind the @ of a Message-ID
     * @param pauses before each further attempt
     */
    public MailRound(Work work, MailSeal seal, Optional<Post> post, String domain, List<Duration> pauses, Clock clock) {
        this.work = work;
        this.seal = seal;
        this.post = post;
        this.domain = domain;
        this.pauses = List.copyOf(pauses);
        this.clock = clock;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "mail");
            made.setDaemon(true);
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    boolean sends() {
        return post.isPresent();
    }

    void begin(WorkspaceId workspace, MailId id) {
        schedule(workspace, id, Duration.ZERO);
    }

    /** Takes up the mails of these workspaces that waited when a server ended. */
    public void recover(Iterable<WorkspaceId> workspaces) {
        if (post.isEmpty()) {
            return;
        }
        for (WorkspaceId workspace : workspaces) {
            Caller caller = Caller.product("mail", workspace);
            for (OutboxMail mail : work.read(caller, workspace, Permission.WORKSPACE_READ, MailRows::waiting)) {
                Instant next = mail.nextAt().orElse(mail.createdAt());
                Duration pause = Duration.between(clock.instant(), next);
                schedule(workspace, mail.id(), pause.isNegative() ? Duration.ZERO : pause);
            }
        }
    }

    private void schedule(WorkspaceId workspace, MailId id, Duration pause) {
        if (post.isEmpty() || !taken.add(id)) {
            return;
        }
        try {
            thread.schedule(() -> attempt(workspace, id, post.get()), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // Taken up at the next start.
            taken.remove(id);
        }
    }

    private void attempt(WorkspaceId workspace, MailId id, Post carrier) {
        Optional<Duration> again;
        try {
            again = send(workspace, id, carrier);
        } catch (RuntimeException failure) {
            LOG.error("Mail {} could not be looked after; tried again in {}", id, DATABASE_AWAY, failure);
            again = Optional.of(DATABASE_AWAY);
        }
        taken.remove(id);
        again.ifPresent(pause -> schedule(workspace, id, pause));
    }

    /** One attempt; gives the pause before the next where there is to be one. */
    private Optional<Duration> send(WorkspaceId workspace, MailId id, Post carrier) {
        Caller caller = Caller.product("mail", workspace);
        Optional<OutboxMail> found =
                work.read(caller, workspace, Permission.WORKSPACE_READ, tx -> MailRows.find(tx, id));
        if (found.filter(mail -> mail.state() == MailState.WAITING).isEmpty()) {
            return Optional.empty();
        }
        OutboxMail mail = found.get();
        try {
            if (!clock.instant().isBefore(mail.until())) {
                throw new Post.Undelivered(MailFault.TOO_LATE, "");
            }
            carrier.deliver(new Post.Parcel(id + "@" + domain, mail.recipient(), letter(caller, workspace, id)));
            note(caller, workspace, id, Optional.empty(), Optional.empty());
            return Optional.empty();
        } catch (Post.Undelivered undelivered) {
            boolean again = !undelivered.fault().isLasting() && mail.attempts() < pauses.size();
            Optional<Duration> pause = again ? Optional.of(pauses.get(mail.attempts())) : Optional.empty();
            LOG.warn("Mail {} was not taken at attempt {}: {}", id, mail.attempts() + 1, undelivered.fault());
            note(caller, workspace, id, Optional.of(undelivered), pause);
            return pause;
        }
    }

    private Letter letter(Caller caller, WorkspaceId workspace, MailId id) throws Post.Undelivered {
        return work.read(caller, workspace, Permission.WORKSPACE_READ, tx -> MailRows.content(tx, id))
                .flatMap(content -> seal.open(workspace, id, content))
                .map(content -> Json.read(content, Letter.class))
                .orElseThrow(() -> new Post.Undelivered(MailFault.SEALED, ""));
    }

    private void note(
            Caller caller,
            WorkspaceId workspace,
            MailId id,
            Optional<Post.Undelivered> undelivered,
            Optional<Duration> pause) {
        work.append(caller, workspace, Permission.WORKSPACE_READ, tx -> {
            if (undelivered.isEmpty()) {
                MailRows.sent(tx, id);
            } else if (pause.isPresent()) {
                Post.Undelivered why = undelivered.get();
                MailRows.put(tx, id, tx.now().plus(pause.get()), why.fault(), why.answer());
            } else {
                MailRows.failed(
                        tx, id, undelivered.get().fault(), undelivered.get().answer());
            }
            return id;
        });
    }

    /** Lets the mail that is on its way arrive; what waits goes on at the next start. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
