package org.entezar.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.entezar.fixtures.Product;
import org.junit.jupiter.api.Test;

/** Kills everything in the middle of work, starts again, and looks for what was acknowledged. */
class DurabilityIT {

    private static final int WRITERS = 4;
    private static final int BEFORE_THE_CUT = 300;

    @Test
    void whatWasAcknowledgedIsThereAfterEverythingWasKilledAndIsCountedOnce() throws Exception {
        try (Product product = Product.fresh()) {
            String workspace = "/workspaces/harbour-retail";
            Api owner = Api.as(product, "owner.retail");
            JsonNode campaigns = owner.get(workspace + "/campaigns").json();
            JsonNode first = campaigns.findValue("id");
            String path = workspace + "/campaigns/" + first.asText();
            long before = owner.get(path).json().get("responses").asLong();
            Set<String> acknowledged = ConcurrentHashMap.newKeySet();
            ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
            for (int i = 0; i < WRITERS; i++) {
                writers.execute(() -> {
                    try {
                        while (!Thread.currentThread().isInterrupted()) {
                            String id = newId();
                            int status = owner.post(
                                            path + "/responses", "{\"id\":\"" + id + "\",\"answers\":{\"nps\":9}}")
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
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (acknowledged.size() < BEFORE_THE_CUT && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            product.kill();
            writers.shutdownNow();
            assertThat(writers.awaitTermination(90, TimeUnit.SECONDS)).isTrue();
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(BEFORE_THE_CUT);

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
            assertThat(product.stop()).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static String newId() {
        UUID random = UUID.randomUUID();
        long high = (System.currentTimeMillis() << 16) | 0x7000L | (random.getMostSignificantBits() & 0xFFF);
        return new UUID(high, random.getLeastSignificantBits()).toString();
    }
}
