package org.entezar.workspace;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Foundings;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.json.Json;
import org.entezar.platform.mail.Letter;
import org.entezar.platform.mail.MailId;
import org.entezar.platform.mail.MailSeal;
import org.entezar.platform.mail.Outbox;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.AccountRules;
import org.entezar.workspace.internal.Passwords;
import org.entezar.workspace.internal.RegistrationLetter;
import org.entezar.workspace.internal.RegistrationRows;
import org.entezar.workspace.internal.Ticket;
import org.entezar.workspace.internal.TypedRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens behind the link of a {@link Registration}: a workspace is made with whoever holds the link as its owner.
 * What was typed is written down first, sealed and with the hash of the password alone; then the identity provider is
 * asked. Where that is away, the founding waits and is tried again until it is there, and a mail says so: nobody types
 * anything twice, and no half of a workspace is left. What is refused opens the link again.
 */
public final class Founding implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Founding.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration ROUND = Duration.ofSeconds(5);

    private final Work work;
    private final Workspaces workspaces;
    private final Registrations registrations;
    private final Foundings foundings;
    private final Outbox outbox;
    private final MailSeal seal;
    private final RegistrationPlan plan;
    private final RegistrationRows rows = new RegistrationRows();
    private final Set<RegistrationId> taken = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread made = new Thread(task, "foundings");
        made.setDaemon(true);
        return made;
    });

    public Founding(
            Work work,
            Workspaces workspaces,
            Registrations registrations,
            Foundings foundings,
            Outbox outbox,
            MailSeal seal,
            RegistrationPlan plan) {
        this.work = work;
        this.workspaces = workspaces;
        this.registrations = registrations;
        this.foundings = foundings;
        this.outbox = outbox;
        this.seal = seal;
        this.plan = plan;
    }

    /** Takes up what waits, now and from now on. */
    public void start() {
        thread.scheduleWithFixedDelay(this::round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * What the link leads to.
     *
     * @param letters what it carries
     * @throws Problem {@link ErrorCode#NOT_FOUND} for whatever opens nothing now
     */
    public Registration look(String letters) {
        Ticket ticket = ticket(letters);
        return work.read(
                product(), WorkspaceId.INSTALLATION, Permission.WORKSPACE_CREATE, tx -> open(tx, ticket, false));
    }

    /** Whether a workspace could have that name in addresses; whoever holds a link may ask. */
    public AliasState alias(String letters, String text) {
        look(letters);
        return registrations.state(text);
    }

    /**
     * Makes a workspace of somebody who makes an account for the address of the mail.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} as {@link #look}, {@link ErrorCode#INVALID} with all faults of
     *     account and workspace, {@link ErrorCode#ALREADY_EXISTS} with {@code alias}, or with {@code account} when there
     *     is one for the address, {@link ErrorCode#WEAK_PASSWORD}. Then the link goes on working
     */
    public FoundedWorkspace found(NewAccount account, String letters, NewWorkspace workspace) {
        Ticket ticket = ticket(letters);
        Registration registration = look(letters);
        List<Violation> faults = new ArrayList<>(AccountRules.faults(account, registration.email()));
        faults.addAll(workspaces.faults(workspace));
        Problem.throwIfAny(faults);
        Foundings.Hashed hashed = Passwords.hashed(account.password());
        TypedRequest.Account typed = new TypedRequest.Account(
                AccountRules.login(ticket, registration.email()),
                registration.email().value(),
                account.givenName().strip(),
                account.familyName().strip(),
                account.language().tag(),
                hashed.salt(),
                hashed.hash(),
                hashed.iterations());
        TypedRequest request = new TypedRequest(
                workspace, Optional.empty(), Optional.of(typed), typed.givenName() + " " + typed.familyName());
        // The identity provider checks the password itself by its own rules, where it is there to do so.
        Foundings.Newcomer waiting = (Foundings.Newcomer) request.founder();
        return begin(
                ticket, request, new Foundings.Newcomer(waiting.person(), new Foundings.Plain(account.password())));
    }

    /**
     * Makes a workspace of somebody who is signed in.
     *
     * @throws Problem as the other, and {@link ErrorCode#FORBIDDEN} to anything but a person who signed in
     */
    public FoundedWorkspace found(Caller person, String letters, NewWorkspace workspace) {
        if (person.kind() != Caller.Kind.PERSON) {
            throw new Problem(ErrorCode.FORBIDDEN, Permission.WORKSPACE_CREATE.name());
        }
        Ticket ticket = ticket(letters);
        look(letters);
        Problem.throwIfAny(workspaces.faults(workspace));
        TypedRequest request =
                new TypedRequest(workspace, Optional.of(person.subject()), Optional.empty(), person.displayName());
        return begin(ticket, request, request.founder());
    }

    private FoundedWorkspace begin(Ticket ticket, TypedRequest request, Foundings.Founder founder) {
        String alias = request.workspace().alias();
        if (workspaces.byAlias(alias).isPresent()) {
            throw new Problem(ErrorCode.ALREADY_EXISTS, "alias");
        }
        RegistrationId id = new RegistrationId(ticket.id());
        taken.add(id);
        try {
            work.change(product(), WorkspaceId.INSTALLATION, Permission.WORKSPACE_CREATE, tx -> {
                open(tx, ticket, true);
                byte[] document = seal.seal(WorkspaceId.INSTALLATION, id.value(), Json.write(request));
                rows.queue(tx, id, alias, document, tx.now().plus(FIRST_PAUSE));
                tx.record(Change.noted("registration.used", Registrations.subject(id)));
                return id;
            });
            return attempt(id, request, founder, false);
        } finally {
            taken.remove(id);
        }
    }

    private FoundedWorkspace attempt(
            RegistrationId id, TypedRequest request, Foundings.Founder founder, boolean again) {
        NewWorkspace wanted = request.workspace();
        String name = wanted.name().best(wanted.languages().get(0), "en");
        try {
            Foundings.Founded founded =
                    foundings.found(new Foundings.Founding(id.toString(), wanted.alias(), name, founder), again);
            enter(id, wanted, request.displayName(), founded);
            end(id, wanted, name, again);
            return new FoundedWorkspace(wanted.alias(), false);
        } catch (Problem problem) {
            if (problem.code() == ErrorCode.IDENTITY_UNAVAILABLE || problem.code() == ErrorCode.DATABASE_UNAVAILABLE) {
                return new FoundedWorkspace(wanted.alias(), true);
            }
            reopen(id, wanted.alias(), problem, again);
            throw problem;
        }
    }

    private void enter(RegistrationId id, NewWorkspace wanted, String displayName, Foundings.Founded founded) {
        Caller founder = new Caller(
                Caller.Kind.PERSON,
                founded.owner(),
                displayName,
                Set.of(),
                Map.of(
                        founded.workspace(),
                        new Caller.Membership(
                                "", Set.of(), Set.of(Permission.WORKSPACE_READ, Permission.WORKSPACE_CONFIGURE))));
        try {
            workspaces.register(founder, founded.workspace(), wanted);
        } catch (Problem refused) {
            // Our directory knows the alias and the identity provider did not: the workspace of that name stays.
            foundings.abandon(id.toString(), wanted.alias());
            throw refused.code() == ErrorCode.ALREADY_EXISTS ? new Problem(ErrorCode.ALREADY_EXISTS, "alias") : refused;
        }
    }

    private void end(RegistrationId id, NewWorkspace wanted, String name, boolean late) {
        Optional<MailId> mail = work.change(product(), WorkspaceId.INSTALLATION, Permission.WORKSPACE_CREATE, tx -> {
            Registration registration = rows.lock(tx, id).orElseThrow();
            rows.put(tx, id, Registration.State.DONE);
            outbox.cancel(tx, registration.mail());
            tx.record(Change.changed(
                    "registration.done",
                    Registrations.subject(id),
                    Map.of(),
                    Map.of("alias", wanted.alias(), "attempts", registration.attempts() + 1)));
            return late
                    ? Optional.of(write(
                            tx,
                            registration,
                            RegistrationLetter.ready(
                                    registration.language(),
                                    name,
                                    URI.create(plan.publicUrl() + "/w/" + wanted.alias()))))
                    : Optional.empty();
        });
        mail.ifPresent(each -> outbox.begin(WorkspaceId.INSTALLATION, each));
    }

    private MailId write(Tx tx, Registration registration, Letter letter) {
        return outbox.write(
                tx, "registration", registration.email(), letter, tx.now().plus(Duration.ofHours(Registrations.HOURS)));
    }

    private void reopen(RegistrationId id, String alias, Problem problem, boolean late) {
        Optional<MailId> mail = work.change(product(), WorkspaceId.INSTALLATION, Permission.WORKSPACE_CREATE, tx -> {
            Registration registration = rows.lock(tx, id).orElseThrow();
            tx.record(Change.noted("registration.refused", Registrations.subject(id)));
            if (!late) {
                rows.put(tx, id, Registration.State.OPEN);
                return Optional.empty();
            }
            outbox.cancel(tx, registration.mail());
            Ticket ticket = Ticket.issue(WorkspaceId.INSTALLATION, id.value());
            MailId written = write(
                    tx,
                    registration,
                    RegistrationLetter.refused(
                            registration.language(), alias, reason(problem), Registrations.link(plan, ticket)));
            rows.renew(tx, id, ticket.hash(), tx.now().plus(Duration.ofHours(Registrations.HOURS)), written);
            return Optional.of(written);
        });
        mail.ifPresent(each -> outbox.begin(WorkspaceId.INSTALLATION, each));
    }

    private static String reason(Problem problem) {
        if (problem.code() != ErrorCode.ALREADY_EXISTS) {
            return "OTHER";
        }
        return problem.arguments().contains("account") ? "ACCOUNT" : "ALIAS";
    }

    /** Tries what waits and is due. */
    void round() {
        try {
            List<Registration> due =
                    work.read(product(), WorkspaceId.INSTALLATION, Permission.WORKSPACE_CREATE, rows::due);
            for (Registration registration : due) {
                if (taken.add(registration.id())) {
                    try {
                        again(registration);
                    } finally {
                        taken.remove(registration.id());
                    }
                }
            }
        } catch (RuntimeException failure) {
            LOG.error("Foundings that wait could not be looked after; tried again in {}", ROUND, failure);
        }
    }

    private void again(Registration registration) {
        RegistrationId id = registration.id();
        Optional<TypedRequest> request = work.read(
                        product(), WorkspaceId.INSTALLATION, Permission.WORKSPACE_CREATE, tx -> rows.request(tx, id))
                .flatMap(kept -> seal.open(WorkspaceId.INSTALLATION, id.value(), kept))
                .map(json -> Json.read(json, TypedRequest.class));
        if (request.isEmpty()) {
            // Sealed by a key that is gone: what was typed is lost, the link is sent anew.
            reopen(id, registration.alias(), new Problem(ErrorCode.INTERNAL), true);
            return;
        }
        work.change(product(), WorkspaceId.INSTALLATION, Permission.WORKSPACE_CREATE, tx -> {
            rows.postpone(tx, id, tx.now().plus(pause(registration.attempts())));
            tx.record(Change.noted("registration.tried", Registrations.subject(id)));
            return id;
        });
        try {
            FoundedWorkspace founded = attempt(id, request.get(), request.get().founder(), true);
            LOG.info("The founding of {} {}", founded.alias(), founded.waiting() ? "still waits" : "is done");
        } catch (Problem refused) {
            LOG.warn("The founding of {} was refused: {}", registration.alias(), refused.code());
        }
    }

    private static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private Registration open(Tx tx, Ticket ticket, boolean locked) {
        RegistrationId id = new RegistrationId(ticket.id());
        return (locked ? rows.lock(tx, id) : rows.find(tx, id))
                .filter(each -> each.at(tx.now()).state() == Registration.State.OPEN)
                .filter(each -> rows.hash(tx, id).filter(ticket::fits).isPresent())
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }

    private static Ticket ticket(String letters) {
        return Ticket.read(letters)
                .filter(ticket -> ticket.workspace().equals(WorkspaceId.INSTALLATION))
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }

    private static Caller product() {
        return Caller.product("registration", WorkspaceId.INSTALLATION);
    }

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
