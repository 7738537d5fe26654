package org.entezar.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entezar.fixtures.Product;

/**
 * Starts the product, drives it as respondents, clients and analysts do, and prints what each operation cost, beside a
 * plain insert of the same run. Clients' own processor time is not counted.
 */
public final class ProductBench {

    private static final int CLIENTS = 4;
    private static final int ITEMS = 22;
    private static final int STORED = 100_000;
    private static final int BATCH = 2_000;
    private static final String WORKSPACE = "/workspaces/harbour-retail";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("\"publicUrl\":\"([^\"]+)\"");

    private static final double SHARE = Double.parseDouble(System.getProperty("entezar.bench.share", "1"));
    private static final Map<String, String> LINKS = new HashMap<>();

    private ProductBench() {}

    /** Prints the table as Markdown. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        try (Product product = Product.fresh()) {
            Client member = new Client(product, "owner.retail");
            String key = published(member, WORKSPACE);
            String path = newCampaign(member, WORKSPACE, key);
            String link = link(path);
            Random random = new Random(44);

            Load load = new Load(product, CLIENTS);
            Load alone = new Load(product, 1);
            List<Measurement> measured = new ArrayList<>();
            measured.add(PlainInsert.measure(4_000, answers(random)));
            measured.add(load.measure(
                    "respondent's page, GET, the first after the start", 0, some(1_000), "", () -> member.page(link)));
            measured.add(load.measure(
                    "respondent's page, GET", some(100_000), some(20_000), "≤ 0.2", () -> member.page(link)));
            measured.add(load.measure(
                    "respondent's journey of 44 answers",
                    some(30_000),
                    some(10_000),
                    "≤ 1.3",
                    () -> member.journey(link)));
            String one = "{\"answers\":" + answers(random) + "}";
            measured.add(load.measure(
                    "API submit of 44 answers",
                    some(40_000),
                    some(20_000),
                    "≤ 0.5",
                    () -> member.post(path + "/responses", "application/json", one)));
            for (int stored : new int[] {STORED, 10 * STORED}) {
                String big = newCampaign(member, WORKSPACE, key);
                measured.add(alone.measure(
                        "NDJSON of " + some(stored) + " responses, " + BATCH + " a request",
                        0,
                        some(stored) / BATCH,
                        "",
                        () -> member.post(big + "/responses", "application/x-ndjson", batch(random))));
                measured.add(alone.measure(
                        "servqual over " + some(stored) + " × 44, recomputed",
                        stored == STORED ? some(60) : 3,
                        10,
                        stored == STORED ? "≤ 100" : "≤ 1000",
                        () -> member.get(big + "/insights/servqual?to=" + freshEnd())));
                if (stored == STORED) {
                    measured.add(alone.measure(
                            "CSV export of " + some(stored),
                            1,
                            3,
                            "≤ 1000",
                            () -> member.get(big + "/responses?format=csv")));
                }
            }
            out.println();
            out.println(machine());
            out.println();
            out.println(Measurement.header());
            measured.forEach(row -> out.println(row.row()));
            out.println();
            out.printf(Locale.ROOT, "Resident memory: %s%n", Memory.of(product));
            out.printf(Locale.ROOT, "Stop: %.1f s%n", product.stop().toMillis() / 1000.0);
            out.printf(
                    Locale.ROOT,
                    "Second start to ready: %.1f s%n",
                    product.start().toMillis() / 1000.0);
            out.printf(Locale.ROOT, "Resident memory after it: %s%n", Memory.of(product));
        }
    }

    /** Another end of the period at every call, so that nothing kept can answer. */
    private static String freshEnd() {
        return "2099-01-01T00:00:" + String.format(Locale.ROOT, "%02d", System.nanoTime() / 1000 % 60) + "."
                + String.format(Locale.ROOT, "%06d", System.nanoTime() % 1_000_000) + "Z";
    }

    /** A campaign of 44 answers in the workspace: its path. */
    static String campaign(Client member, String workspace) throws Exception {
        return newCampaign(member, workspace, published(member, workspace));
    }

    /** The public link of such a campaign. */
    static String link(String campaign) {
        return Objects.requireNonNull(LINKS.get(campaign));
    }

    private static String published(Client member, String workspace) throws Exception {
        String key = "bench" + Long.toString(System.nanoTime(), 36);
        member.post(workspace + "/questionnaires", "application/json", questionnaire(key));
        member.post(workspace + "/questionnaires/" + key + "/versions", "application/json", "{}");
        return key;
    }

    private static String newCampaign(Client member, String workspace, String questionnaire) throws Exception {
        String campaign = member.post(
                workspace + "/campaigns",
                "application/json",
                "{\"questionnaire\":\"" + questionnaire
                        + "\",\"version\":1,\"name\":{\"en\":\"Bench\"},\"channels\":[\"link\",\"api\"]}");
        LINKS.put(workspace + "/campaigns/" + find(ID, campaign), find(LINK, campaign));
        return workspace + "/campaigns/" + find(ID, campaign);
    }

    private static String batch(Random random) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < BATCH; i++) {
            lines.append("{\"answers\":").append(answers(random)).append("}\n");
        }
        return lines.toString();
    }

    /** So many, or the share of them that {@code -Dentezar.bench.share} asks for: to try the benchmark itself. */
    private static int some(int times) {
        return (int) Math.round(times * SHARE);
    }

    private static String questionnaire(String key) {
        StringJoiner items = new StringJoiner(",");
        for (int i = 1; i <= ITEMS; i++) {
            items.add(String.format(
                    Locale.ROOT,
                    "{\"key\":\"q%02d\",\"text\":{\"en\":\"Statement number %d about the service\"},"
                            + "\"facets\":[\"expected\",\"perceived\"],\"scale\":{\"min\":1,\"max\":7}}",
                    i,
                    i));
        }
        return "{\"key\":\"" + key + "\",\"title\":{\"en\":\"Bench\"},\"languages\":[\"en\"],\"onePage\":true,"
                + "\"sections\":[{\"key\":\"s\",\"items\":[" + items + "]}]}";
    }

    static String answers(Random random) {
        StringJoiner answers = new StringJoiner(",", "{", "}");
        for (int i = 1; i <= ITEMS; i++) {
            answers.add(String.format(
                    Locale.ROOT,
                    "\"q%02d\":{\"expected\":%d,\"perceived\":%d}",
                    i,
                    1 + random.nextInt(7),
                    1 + random.nextInt(7)));
        }
        return answers.toString();
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("Not found in " + text);
        }
        return matcher.group(1);
    }

    static String machine() throws Exception {
        String model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 2))
                .orElse("unknown processor");
        return Runtime.getRuntime().availableProcessors() + " × " + model + ", Java "
                + Runtime.version().feature() + ", " + CLIENTS + " clients on the same machine";
    }
}
