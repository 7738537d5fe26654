package org.entezar.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.entezar.fixtures.Product;

/**
 * What a quiet workspace waits for, alone and while another one storms the server with as many requests as it can: lines
 * of responses, figures over many responses, exports. Everything on this machine, over loopback, for seconds.
 */
public final class FairnessBench {

    private static final int STORMERS = 60;
    private static final int STORED = 20_000;
    private static final int QUIET_STORED = 2_000;
    private static final int PART = 500;
    private static final String BUSY = "/workspaces/aria-hotel";
    private static final String QUIET = "/workspaces/harbour-retail";
    private static final int SECONDS = Integer.parseInt(System.getProperty("entezar.bench.seconds", "30"));

    private FairnessBench() {}

    /** Prints the table as Markdown. */
    public static void main(String[] arguments) throws Exception {
        try (Product product = Product.fresh()) {
            Random random = new Random(44);
            String busyCampaign = filled(new Client(product, "owner.hotel"), BUSY, STORED, random);
            String quietCampaign = filled(new Client(product, "owner.retail"), QUIET, QUIET_STORED, random);
            // Known anew, since a token lives five minutes.
            Client busy = new Client(product, "owner.hotel");
            Client quiet = new Client(product, "owner.retail");

            Map<String, Load.Operation> asked = new LinkedHashMap<>();
            String link = ProductBench.link(quietCampaign);
            String one = "{\"answers\":" + ProductBench.answers(random) + "}";
            asked.put("respondent's page", () -> quiet.page(link));
            asked.put("respondent's journey of 44 answers", () -> quiet.journey(link));
            asked.put(
                    "one response over the API",
                    () -> quiet.post(quietCampaign + "/responses", "application/json", one));
            asked.put("list of campaigns", () -> quiet.get(QUIET + "/campaigns"));
            asked.put("gaps over " + QUIET_STORED + " × 44", () -> quiet.get(quietCampaign + "/insights/servqual"));
            // Warm, so that the two rounds differ by the storm only.
            round(asked, SECONDS);

            Map<String, long[]> alone = round(asked, SECONDS);
            Map<String, LongAdder> answers = new ConcurrentHashMap<>();
            AtomicBoolean over = new AtomicBoolean();
            ExecutorService storm = Executors.newFixedThreadPool(STORMERS);
            String part = lines(PART, random);
            for (int i = 0; i < STORMERS; i++) {
                int kind = i % 3;
                storm.submit(() -> {
                    while (!over.get()) {
                        count(answers, () -> {
                            switch (kind) {
                                case 0 -> busy.post(busyCampaign + "/responses", "application/x-ndjson", part);
                                case 1 -> busy.get(busyCampaign + "/insights/servqual");
                                default -> busy.get(busyCampaign + "/responses?format=csv");
                            }
                        });
                    }
                });
            }
            Map<String, long[]> stormed = round(asked, SECONDS);
            over.set(true);
            storm.shutdown();
            boolean ended = storm.awaitTermination(2, TimeUnit.MINUTES);
            print(alone, stormed, answers);
            if (!ended) {
                System.out.println("The storm did not end in time.");
            }
        }
    }

    private static String filled(Client client, String workspace, int responses, Random random) throws Exception {
        String campaign = ProductBench.campaign(client, workspace);
        for (int i = 0; i < responses; i += PART) {
            client.post(campaign + "/responses", "application/x-ndjson", lines(PART, random));
        }
        return campaign;
    }

    private static String lines(int many, Random random) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < many; i++) {
            lines.append("{\"answers\":").append(ProductBench.answers(random)).append("}\n");
        }
        return lines.toString();
    }

    /** One after the other in turn, by one client that waits a little, as people do. */
    private static Map<String, long[]> round(Map<String, Load.Operation> asked, int seconds) throws Exception {
        Map<String, List<Long>> taken = new LinkedHashMap<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            for (Map.Entry<String, Load.Operation> one : asked.entrySet()) {
                long began = System.nanoTime();
                one.getValue().run();
                taken.computeIfAbsent(one.getKey(), unknown -> new ArrayList<>())
                        .add(System.nanoTime() - began);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        Map<String, long[]> sorted = new LinkedHashMap<>();
        taken.forEach((name, times) -> {
            long[] all = times.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(all);
            sorted.put(name, all);
        });
        return sorted;
    }

    private static void count(Map<String, LongAdder> answers, Load.Operation operation) {
        String told = "answered";
        try {
            operation.run();
        } catch (IOException refused) {
            String said = String.valueOf(refused.getMessage());
            told = said.length() > 3 && Character.isDigit(said.charAt(0)) ? said.substring(0, 3) : "broken off";
        } catch (Exception failure) {
            told = failure.getClass().getSimpleName();
        }
        answers.computeIfAbsent(told, unknown -> new LongAdder()).increment();
    }

    private static void print(Map<String, long[]> alone, Map<String, long[]> stormed, Map<String, LongAdder> answers)
            throws Exception {
        System.out.println();
        System.out.println(ProductBench.machine());
        System.out.printf(
                "Storm: %d clients of another workspace for %d s, answered: %s%n%n", STORMERS, SECONDS, answers);
        System.out.println("| the quiet workspace asks for | n alone | p50 | p99 | n in the storm | p50 | p99 |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|");
        alone.forEach((name, times) -> {
            long[] inStorm = stormed.getOrDefault(name, new long[] {0});
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.1f ms | %.1f ms | %d | %.1f ms | %.1f ms |%n",
                    name,
                    times.length,
                    quantile(times, 0.5),
                    quantile(times, 0.99),
                    inStorm.length,
                    quantile(inStorm, 0.5),
                    quantile(inStorm, 0.99));
        });
    }

    private static double quantile(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
    }
}
