package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.junit.jupiter.api.Test;

/**
 * Kills the whole product, its database, its server, each in the middle of work, starts again, and looks for what was
 * acknowledged. {@code CrashIT} kills many more times, a process that does the same work.
 */
class DurabilityIT {

    private static final String WORKSPACE = "/workspaces/harbour-retail";
    private static final int WRITERS = 4;
    private static final int BEFORE_THE_CUT = 150;
    private static final int PROOFS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @Test
    void whatWasAcknowledgedIsThereOnceAndProvableWhateverWasKilled() throws Exception {
        try (Product product = Product.fresh()) {
            Api owner = Api.as(product, "owner.retail");
            String path = WORKSPACE + "/campaigns/"
                    + owner.get(WORKSPACE + "/campaigns").json().findValue("id").asText();
            long before = owner.get(path).json().get("responses").asLong();
            for (Runnable cut : List.<Runnable>of(product::kill, product::killDatabase, product::killServer)) {
                writeUntil(product, path, cut);
                product.start();
                Api again = Api.as(product, "owner.retail");
                long after = again.get(path).json().get("responses").asLong();
                assertThat(after).isGreaterThanOrEqualTo(before + acknowledged.size());
                for (String id : acknowledged) {
                    int repeated = again.post(path + "/responses", "{\"id\":\"" + id + "\",\"answers\":{\"nps\":9}}")
                            .status();
                    assertThat(repeated).isEqualTo(200);
                }
                assertThat(again.get(path).json().get("responses").asLong()).isEqualTo(after);
            }
            Api auditor = Api.as(product, "owner.retail");
            JsonNode verdict = checked(auditor);
            assertThat(verdict.path("holds").asBoolean()).as("%s", verdict).isTrue();
            for (String id : acknowledged.stream().limit(PROOFS).toList()) {
                JsonNode receipt =
                        auditor.get(WORKSPACE + "/history/proofs/" + id).json();
                assertThat(receipt.get("state").asText()).as("%s", receipt).isEqualTo("SIGNED");
                assertThat(receipt.has("proof")).isTrue();
            }
            assertThat(product.stop()).isLessThan(Duration.ofSeconds(10));
        }
    }

    private void writeUntil(Product product, String path, Runnable cut) throws InterruptedException {
        Api owner = Api.as(product, "owner.retail");
        int wanted = acknowledged.size() + BEFORE_THE_CUT;
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        for (int i = 0; i < WRITERS; i++) {
            writers.execute(() -> {
                try {
                    while (!Thread.currentThread().isInterrupted()) {
                        String id = newId();
                        int status = owner.post(path + "/responses", "{\"id\":\"" + id + "\",\"answers\":{\"nps\":9}}")
                                .status();
                        if (status == 201) {
                            acknowledged.add(id);
                        }
                    }
                } catch (RuntimeException connectionLost) {
                    // The server is gone: what was not acknowledged may or may not be there.
                    Thread.currentThread().interrupt();
                }
            });
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (acknowledged.size() < wanted && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        cut.run();
        writers.shutdownNow();
        assertThat(writers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(wanted);
    }

    /** Has the server check the whole history, which seals and signs first. */
    private static JsonNode checked(Api auditor) {
        String job = auditor.post(WORKSPACE + "/history/checks", "")
                .json()
                .path("job")
                .path("id")
                .asText();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode check = auditor.get(WORKSPACE + "/history/checks/" + job).json();
        while (check.path("verdict").isMissingNode() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            check = auditor.get(WORKSPACE + "/history/checks/" + job).json();
        }
        return check.path("verdict");
    }

    private static String newId() {
        UUID random = UUID.randomUUID();
        long high = (System.currentTimeMillis() << 16) | 0x7000L | (random.getMostSignificantBits() & 0xFFF);
        return new UUID(high, random.getLeastSignificantBits()).toString();
    }
}
