package org.entezar.audit;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ResponseId;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;

/**
 * A server in the middle of its work, to be killed: takes responses, changes things, seals and signs all at once, without
 * an end, and says on its output what it has acknowledged: {@code R id} or {@code E sequence subject}. What it could not
 * store it tries again, as clients do.
 */
final class KilledProcess {

    private static final int SENDERS = 4;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private KilledProcess() {}

    /** @param arguments address of the database, superuser, password, folder of keys, workspace, campaign */
    public static void main(String[] arguments) {
        TestDatabase database = TestDatabase.again(arguments[0], arguments[1], arguments[2]);
        Installation installation = new Installation(database, Path.of(arguments[3]), WorkspaceId.parse(arguments[4]));
        CampaignId campaign = CampaignId.parse(arguments[5]);
        AtomicInteger number = new AtomicInteger();
        for (int i = 0; i < SENDERS; i++) {
            forever(() -> {
                ResponseId id = new ResponseId(installation.ids.next());
                int spent = number.incrementAndGet();
                boolean stored = false;
                while (!stored) {
                    try {
                        installation.send(campaign, id, spent);
                        stored = true;
                    } catch (RuntimeException unknown) {
                        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                    }
                }
                say("R " + id);
            });
        }
        forever(() -> {
            String subject = "test/" + installation.ids.next();
            installation.work.change(installation.owner, installation.workspace, Permission.WORKSPACE_CONFIGURE, tx -> {
                tx.record(Change.created("test.first", subject, Map.of("n", 1)));
                return tx.record(Change.changed("test.second", subject, Map.of("n", 1), Map.of("n", 2)));
            });
            say("E " + subject);
        });
        forever(() -> {
            installation.collection.sealedResponses().sealNow(installation.owner, installation.workspace);
            installation.audit.checkpoints().take(installation.owner, installation.workspace);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        });
    }

    private static synchronized void say(String line) {
        OUT.println(line);
    }

    private static void forever(Runnable step) {
        new Thread(() -> {
                    while (true) {
                        try {
                            step.run();
                        } catch (RuntimeException databaseAway) {
                            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                        }
                    }
                })
                .start();
    }
}
