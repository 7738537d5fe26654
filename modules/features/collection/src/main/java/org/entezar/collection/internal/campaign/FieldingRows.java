package org.entezar.collection.internal.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Fielding;
import org.entezar.platform.tenancy.Tx;

/** Counts what came in, by day, by language and by the time that it took. */
public final class FieldingRows {

    /** Zones are whole quarters of an hour apart, so that quarters can be put together to the days of any of them. */
    private static final long QUARTER = Duration.ofMinutes(15).toMillis();

    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final int TIME_ORDERED = 7;

    private record Sampled(UUID id, Instant submittedAt, Optional<String> language, boolean direct) {}

    private FieldingRows() {}

    /**
     * The figures of a campaign that exists.
     *
     * @param days how many days, today the last of them
     */
    public static Fielding of(Tx tx, CampaignId campaign, long responses, int days, ZoneId zone) {
        List<Sampled> sample = sample(tx, campaign);
        List<Duration> times =
                sample.stream().flatMap(each -> time(each).stream()).sorted().toList();
        return new Fielding(
                responses,
                sample.stream().map(Sampled::submittedAt).max(Comparator.naturalOrder()),
                days(tx, campaign, days, zone),
                languages(sample),
                sample.size(),
                times.size() < Fielding.FEWEST ? Optional.empty() : Optional.of(median(times)),
                times.size());
    }

    private static Duration median(List<Duration> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
    }

    private static List<Fielding.Day> days(Tx tx, CampaignId campaign, int days, ZoneId zone) {
        LocalDate today = tx.now().atZone(zone).toLocalDate();
        LocalDate first = today.minusDays(days - 1L);
        Map<LocalDate, Long> counted = new HashMap<>();
        tx.handle()
                .createQuery("""
                        select submitted_ms / :quarter as quarter, count(*) as n from response_vector
                        where workspace_id = :workspace and campaign_id = :campaign and withdrawn_ms is null
                            and submitted_ms >= :from group by 1""")
                .bind("quarter", QUARTER)
                .bind("workspace", tx.workspace().value())
                .bind("campaign", campaign.value())
                .bind("from", first.atStartOfDay(zone).toInstant().toEpochMilli())
                .map((row, context) -> counted.merge(
                        Instant.ofEpochMilli(row.getLong(1) * QUARTER)
                                .atZone(zone)
                                .toLocalDate(),
                        row.getLong(2),
                        Long::sum))
                .list();
        List<Fielding.Day> all = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
            all.add(new Fielding.Day(day, counted.getOrDefault(day, 0L)));
        }
        return all;
    }

    private static List<Sampled> sample(Tx tx, CampaignId campaign) {
        return tx.handle()
                .createQuery("""
                        select r.id, r.submitted_at, r.language, r.import_id is null as direct
                        from (select v.response_id from response_vector v
                            where v.workspace_id = :workspace and v.campaign_id = :campaign and v.withdrawn_ms is null
                            order by v.submitted_ms desc, v.response_id desc limit :sample) latest
                        join response r on r.workspace_id = :workspace and r.id = latest.response_id""")
                .bind("workspace", tx.workspace().value())
                .bind("campaign", campaign.value())
                .bind("sample", Fielding.SAMPLE)
                .map((row, context) -> new Sampled(
                        row.getObject("id", UUID.class),
                        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString("language")),
                        row.getBoolean("direct")))
                .list();
    }

    private static Map<String, Integer> languages(List<Sampled> sample) {
        Map<String, Integer> counted = new HashMap<>();
        sample.forEach(each -> each.language().ifPresent(tag -> counted.merge(tag, 1, Integer::sum)));
        Map<String, Integer> ordered = new LinkedHashMap<>();
        counted.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    /** A page makes the response's id when it is opened, and the id tells when that was. */
    private static Optional<Duration> time(Sampled response) {
        if (!response.direct() || response.id().version() != TIME_ORDERED) {
            return Optional.empty();
        }
        Instant opened = Instant.ofEpochMilli(response.id().getMostSignificantBits() >>> 16);
        Duration taken = Duration.between(opened, response.submittedAt());
        return taken.compareTo(SHORTEST) < 0 || taken.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(taken);
    }
}
