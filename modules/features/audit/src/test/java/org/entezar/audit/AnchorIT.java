package org.entezar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.kernel.Permission;
import org.entezar.platform.history.Change;
import org.entezar.platform.jobs.Jobs;
import org.junit.jupiter.api.Test;

/** Histories are signed by themselves, and checkpoints arrive outside: all of them, in order, once the place answers. */
class AnchorIT {

    @Test
    void checkpointsArriveInAFileAndAtAnAddressThatWasAwayAtFirst() throws Exception {
        List<String> posted = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger status = new AtomicInteger(503);
        HttpServer outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (status.get() == 204) {
                posted.add(body);
            }
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        outside.start();
        try (AuditFixture fixture = new AuditFixture()) {
            Path file = fixture.folder.resolve("anchor.jsonl");
            CheckpointPlan plan = new CheckpointPlan(
                    Duration.ofMinutes(30),
                    Duration.ofDays(365),
                    Optional.of(file),
                    Optional.of(URI.create(
                            "http://127.0.0.1:" + outside.getAddress().getPort())),
                    Optional.empty());
            try (Audit audit = fixture.audit(fixture.folder, new Jobs(fixture.work, fixture.ids, 1), plan)) {
                audit.round(List.of(fixture.workspace));
                assertThat(Files.readAllLines(file)).hasSize(1);
                assertThat(http(fixture, audit).failures()).isEqualTo(1);
                assertThat(http(fixture, audit).failure())
                        .hasValueSatisfying(why -> assertThat(why).contains("503"));
                write(fixture);
                audit.round(List.of(fixture.workspace));
                assertThat(Files.readAllLines(file)).as("not due yet").hasSize(1);
                fixture.clock.set(AuditFixture.START.plus(Duration.ofHours(1)));
                status.set(204);
                audit.round(List.of(fixture.workspace));
                audit.round(List.of(fixture.workspace));
                assertThat(Files.readAllLines(file)).hasSize(2).isEqualTo(posted);
                assertThat(http(fixture, audit).failures()).isZero();
                SignedCheckpoint last = SignedCheckpoint.parse(posted.get(1).getBytes(StandardCharsets.UTF_8));
                assertThat(audit.checkpoints().latest(fixture.auditor, fixture.workspace))
                        .contains(last);
            }
        } finally {
            outside.stop(0);
        }
    }

    private static AnchorState http(AuditFixture fixture, Audit audit) {
        return audit.checkpoints().anchors(fixture.auditor, fixture.workspace).stream()
                .filter(anchor -> anchor.target().equals("http"))
                .findFirst()
                .orElseThrow();
    }

    private static void write(AuditFixture fixture) {
        fixture.work.change(fixture.owner, fixture.workspace, Permission.WORKSPACE_CONFIGURE, tx -> {
            tx.record(Change.created("test.noted", "test/1", Map.of("n", 1)));
            return 1;
        });
    }
}
