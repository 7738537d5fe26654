package org.entezar.collection.internal.retention;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Hold;
import org.entezar.collection.RetentionForecast;
import org.entezar.collection.RetentionRules;
import org.entezar.platform.tenancy.Tx;

/**
 * The rules at one moment: what is too old, in the workspace's own days.
 *
 * @param responses handed in before that are too old to keep; empty where all are kept
 * @param words handed in before that are too old to read; empty where they are kept as long as their response
 */
public record Ages(Optional<Instant> responses, Optional<Instant> words) {

    public static Ages at(RetentionRules rules, Instant now, ZoneId zone) {
        return new Ages(
                rules.responseMonths().map(months -> before(now, zone, months)),
                rules.wordMonths().map(months -> before(now, zone, months)));
    }

    private static Instant before(Instant now, ZoneId zone, int months) {
        return now.atZone(zone)
                .toLocalDate()
                .minusMonths(months)
                .atStartOfDay(zone)
                .toInstant();
    }

    /** Files of imports go with the words in them, or else with the responses. */
    Optional<Instant> files() {
        return words.or(() -> responses);
    }

    /** What would go, and what only a hold keeps. */
    public RetentionForecast forecast(Tx tx) {
        List<Hold> holds = HoldRows.standing(tx);
        List<RetentionForecast.Part> parts = new ArrayList<>();
        for (CampaignId campaign : RetentionRows.campaigns(tx)) {
            long whole = responses
                    .map(before -> RetentionRows.countResponses(tx, campaign, before))
                    .orElse(0L);
            Instant from = responses.orElse(Instant.EPOCH);
            long only = words.filter(from::isBefore)
                    .map(before -> RetentionRows.countWords(tx, campaign, from, before))
                    .orElse(0L);
            if (whole + only > 0) {
                parts.add(new RetentionForecast.Part(campaign, whole, only, isHeld(holds, campaign)));
            }
        }
        return new RetentionForecast(
                responses,
                words,
                parts,
                files().map(before -> (long)
                                RetentionRows.files(tx, before, held(tx, holds)).size())
                        .orElse(0L));
    }

    static boolean isHeld(List<Hold> holds, CampaignId campaign) {
        return holds.stream()
                .anyMatch(hold -> hold.campaign().map(campaign::equals).orElse(true));
    }

    static List<CampaignId> held(Tx tx, List<Hold> holds) {
        return RetentionRows.campaigns(tx).stream()
                .filter(campaign -> isHeld(holds, campaign))
                .toList();
    }
}
