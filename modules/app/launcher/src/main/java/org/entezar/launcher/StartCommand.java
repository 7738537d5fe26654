package org.entezar.launcher;

import static org.entezar.kernel.settings.Setting.DATABASE_MEMORY;
import static org.entezar.kernel.settings.Setting.DATABASE_PORT;
import static org.entezar.kernel.settings.Setting.HTTP_ADDRESS;
import static org.entezar.kernel.settings.Setting.HTTP_PORT;
import static org.entezar.kernel.settings.Setting.KEYCLOAK_PORT;
import static org.entezar.kernel.settings.Setting.KEYCLOAK_URL;
import static org.entezar.kernel.settings.Setting.PUBLIC_URL;
import static org.entezar.kernel.settings.Setting.START_PATIENCE;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.entezar.kernel.settings.Setting;
import org.entezar.kernel.settings.Settings;
import org.entezar.postgres.ChildProcess;
import org.entezar.postgres.EmbeddedPostgres;

/**
 * {@code start}: database first, then Keycloak and, after the migrations, the server side by side; then watches them
 * until one ends or the launcher is told to stop.
 */
final class StartCommand {
    private static final String SUPERUSER = "postgres";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int MOST_REFUSALS = 25;

    private final Settings settings;
    private final Progress progress;
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "starts-entezar");
        thread.setDaemon(true);
        return thread;
    });

    StartCommand(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** Starts and watches; returns only with a failure, or not at all when the process is told to end. */
    ExitCode run(boolean demoWanted) throws IOException, InterruptedException {
        Parts parts = Parts.find();
        Release release = Release.of(Parts.release());
        progress.say("Entezar " + Parts.release() + ", data in " + settings.path(Setting.DATA_DIR));
        try (DataFolder data = DataFolder.open(settings.path(Setting.DATA_DIR), release)) {
            boolean demo = DemoMark.decide(data, demoWanted || settings.flag(Setting.DEMO), progress);
            DataFolder.makePrivate(data.logs());
            Secrets secrets = Secrets.in(data.secrets());
            Plan plan = new Plan(settings, demo, secrets);
            Leftovers.of(data).end(progress);
            Ports.check(plan);
            KeptRun.prepare(data);
            RunState state = RunState.begin(data.state());
            state.note("launcher", ProcessHandle.current());
            state.note("address", plan.text(PUBLIC_URL));
            state.note("probe", plan.serverProbe());
            Running running = new Running(progress, state);
            Thread hook = new Thread(
                    () -> {
                        running.stop();
                        clear(state);
                    },
                    "stops-entezar");
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                ServerPrograms programs = start(parts, data, plan, secrets, running);
                state.note("ready", "true");
                Welcome.say(progress, plan, data);
                KeptRun.removeOldPrograms(data, programs.names());
                workers.execute(() -> programs.classes().make(ServerProcess.folder(data), running));
                return watch(running);
            } catch (LaunchFailure failure) {
                if (running.isStopping()) { // what fails now fails because it was stopped
                    hook.join();
                    return ExitCode.OK;
                }
                throw failure;
            } finally {
                running.stop();
                clear(state);
            }
        }
    }

    private static void clear(RunState state) {
        try {
            state.clear();
        } catch (IOException left) {
            // A state that names dead processes is harmless: they are known by their start times.
        }
    }

    private ExitCode watch(Running running) throws InterruptedException {
        try {
            Running.Ended ended = running.firstEnd().get();
            progress.say(ended.name() + " ended by itself with code " + ended.exitCode()
                    + "; stopping the rest. The end of its log:");
            progress.line(ended.endOfLog());
            if (cause(ended.endOfLog(), ExitCode.PART_ENDED) == ExitCode.DISK_FULL) {
                throw new LaunchFailure(
                        ExitCode.DISK_FULL,
                        "the disk is full: make room and start again. What was acknowledged is kept");
            }
            return ExitCode.PART_ENDED;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ServerPrograms start(Parts parts, DataFolder data, Plan plan, Secrets secrets, Running running)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(plan.number(START_PATIENCE));
        Future<ServerPrograms> server = workers.submit(() -> ServerPrograms.prepare(parts, data, progress));
        Future<Optional<KeycloakPrograms>> keycloak = workers.submit(() -> plan.startsKeycloak()
                ? Optional.of(KeycloakPrograms.prepare(parts, data, progress, running::build))
                : Optional.empty());
        startDatabase(data, plan, secrets, running);

        CompletionService<String> parallel = new ExecutorCompletionService<>(workers);
        List<Callable<String>> both = List.of(
                () -> startKeycloak(result(keycloak), parts, data, plan, secrets, running, deadline),
                () -> startServer(result(server), parts, data, plan, running, deadline));
        both.forEach(parallel::submit);
        for (int done = 0; done < both.size(); done++) {
            progress.say(result(parallel.take()));
        }
        return result(server);
    }

    private void startDatabase(DataFolder data, Plan plan, Secrets secrets, Running running) throws IOException {
        if (!plan.startsDatabase()) {
            progress.say("PostgreSQL: using " + plan.text(Setting.DATABASE_URL));
            return;
        }
        progress.say(
                EmbeddedPostgres.isMade(data.database())
                        ? "PostgreSQL: starting"
                        : "PostgreSQL: unpacking, making its data folder and starting");
        String password = secrets.get("database-superuser");
        EmbeddedPostgres postgres = EmbeddedPostgres.start(
                data.database(),
                new EmbeddedPostgres.Options(
                        plan.number(DATABASE_PORT),
                        SUPERUSER,
                        password,
                        data.programs(),
                        data.logs().resolve("postgresql.log"),
                        Map.of(
                                "shared_buffers", plan.text(DATABASE_MEMORY).toUpperCase(Locale.ROOT) + "B",
                                "jit", "off",
                                "random_page_cost", "1.1"),
                        Duration.ofSeconds(plan.number(START_PATIENCE))));
        running.postgres(postgres);
        try {
            DatabaseRoles.prepare(postgres.jdbcUrl("postgres"), SUPERUSER, password, plan);
        } catch (SQLException failed) {
            throw new LaunchFailure(
                    ExitCode.FAILED, "the database's roles could not be prepared: " + failed.getMessage(), failed);
        }
        progress.say("PostgreSQL is ready on port " + plan.number(DATABASE_PORT));
    }

    private String startKeycloak(
            Optional<KeycloakPrograms> programs,
            Parts parts,
            DataFolder data,
            Plan plan,
            Secrets secrets,
            Running running,
            long deadline)
            throws IOException, InterruptedException {
        if (programs.isEmpty()) {
            progress.say("Keycloak: using " + plan.text(KEYCLOAK_URL));
            await("Keycloak", plan.realmProbe(), Optional.empty(), deadline);
            return "Keycloak answers";
        }
        progress.say("Keycloak: starting");
        ChildProcess keycloak = KeycloakProcess.start(programs.get(), parts, data, plan, secrets);
        running.keycloak(keycloak);
        await("Keycloak", plan.realmProbe(), Optional.of(keycloak), deadline);
        upgradeRealm(parts, plan, secrets);
        return "Keycloak is ready on port " + plan.number(KEYCLOAK_PORT);
    }

    /** Without the administrator that the launcher made, the operator brings the realm to this release. */
    private void upgradeRealm(Parts parts, Plan plan, Secrets secrets) throws InterruptedException {
        try {
            List<String> added = RealmUpgrade.run(
                    RealmAdministration.enter(
                            plan.keycloakProbe(), KeycloakProcess.ADMINISTRATOR, secrets.get("keycloak-admin")),
                    RealmAdministration.JSON.readTree(
                            parts.configuration("keycloak/realm.json").toFile()),
                    plan.sessionEnds());
            if (!added.isEmpty()) {
                progress.say("Keycloak: realm brought to this release (" + String.join(", ", added) + ")");
            }
        } catch (IOException refused) {
            progress.say("Keycloak: the realm could not be brought to this release (" + refused.getMessage()
                    + "); docs/operate/identity.md says what to add by hand");
        }
    }

    private String startServer(
            ServerPrograms programs, Parts parts, DataFolder data, Plan plan, Running running, long deadline)
            throws IOException, InterruptedException {
        try {
            if (SchemaMigration.run(programs.webApplication(), plan)) {
                progress.say("database: brought to this release");
            }
        } catch (SQLException failed) {
            throw new LaunchFailure(
                    ExitCode.FAILED,
                    "the database could not be brought to this release: " + failed.getMessage(),
                    failed);
        }
        progress.say("server: starting");
        ChildProcess server = ServerProcess.start(programs, parts, data, plan);
        running.server(server);
        await("server", plan.serverProbe(), Optional.of(server), deadline);
        return "server is ready on port " + plan.number(HTTP_PORT) + " of " + plan.text(HTTP_ADDRESS);
    }

    /** Polls until the address answers 200; tells each new step that it reports meanwhile. */
    private void await(String name, String address, Optional<ChildProcess> process, long deadline)
            throws InterruptedException {
        String step = "";
        int refusals = 0;
        while (true) {
            Optional<WebProbe.Answer> answer = WebProbe.ask(address);
            if (answer.isPresent() && answer.get().isOk()) {
                return;
            }
            String reported = answer.map(WebProbe.Answer::step).orElse("");
            if (!reported.isEmpty() && !reported.equals(step)) {
                step = reported;
                progress.say(name + ": " + step);
            }
            if (process.isPresent() && process.get().awaitEnd(POLL)) {
                throw ended(name, process.get());
            }
            boolean refused = answer.map(WebProbe.Answer::isRefusal).orElse(false);
            refusals = refused && process.map(StartCommand::saysDeployed).orElse(false) ? refusals + 1 : 0;
            if (refusals > MOST_REFUSALS) {
                throw new LaunchFailure(
                        ExitCode.FAILED,
                        name + ": the web application could not be started. The end of its log:\n"
                                + process.map(child -> child.endOfLog(60)).orElse(""));
            }
            if (process.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
            }
            if (System.nanoTime() > deadline) {
                throw new LaunchFailure(
                        ExitCode.NOT_READY,
                        name + " was not ready within " + settings.number(START_PATIENCE) + " s"
                                + (step.isEmpty() ? "" : " (its last step: " + step + ")")
                                + "; set ENTEZAR_START_PATIENCE to wait longer. "
                                + process.map(child -> "The end of its log:\n" + child.endOfLog(12))
                                        .orElse(address + " does not answer"));
            }
        }
    }

    /** Payara lives on when the web application cannot be started; then nothing will ever answer. */
    private static boolean saysDeployed(ChildProcess process) {
        String log = process.endOfLog(200);
        return log.contains("Payara Micro") && log.contains(" ready in ");
    }

    private static LaunchFailure ended(String name, ChildProcess process) {
        String log = process.endOfLog(20);
        String what =
                name + " ended during its start with code " + process.ended().join();
        return LaunchFailure.ofLog(
                what, log, log.contains("Address already in use") ? ExitCode.PORT_TAKEN : ExitCode.PART_ENDED);
    }

    /** Why a part ended: a full disk, when its log says so. */
    private static ExitCode cause(String log, ExitCode otherwise) {
        return log.contains("No space left on device") ? ExitCode.DISK_FULL : otherwise;
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw LaunchFailure.of(failed);
        }
    }
}
