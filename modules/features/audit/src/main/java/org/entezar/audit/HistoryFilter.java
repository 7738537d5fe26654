package org.entezar.audit;

import java.time.Instant;
import java.util.Optional;
import org.entezar.collection.CampaignId;

/**
 * Which entries are wanted; what is empty does not narrow. Within a period they come in the order of their times, else in
 * that of their numbers; the two differ only between transactions that ran at once.
 *
 * @param from entries written at this time or later
 * @param to entries written before this time
 * @param actor stable id of who acted
 * @param action a code such as {@code questionnaire.published}, or the beginning of one with its dot, {@code import.}
 * @param subject such as {@code questionnaire/stay}, or the beginning of one with its slash, {@code questionnaire/}
 * @param campaign entries about this campaign, its imports included
 * @param oldestFirst whether they are wanted in the order in which they were written, rather than the newest first
 */
public record HistoryFilter(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> actor,
        Optional<String> action,
        Optional<String> subject,
        Optional<CampaignId> campaign,
        boolean oldestFirst) {

    /** All entries, the newest first. */
    public static final HistoryFilter ALL = new HistoryFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
}
