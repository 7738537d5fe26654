package org.entezar.questionnaire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entezar.kernel.LocalizedText;

/**
 * A line in the list of questionnaires.
 *
 * @param key unique within the workspace
 * @param title in its languages
 * @param languages BCP 47 tags, the first being the default
 * @param items how many items the draft has
 * @param publishedVersion number of the latest published version
 * @param changedSince whether the draft differs from that version, or nothing was published yet
 * @param changedAt when the draft was saved last
 */
public record QuestionnaireSummary(
        String key,
        LocalizedText title,
        List<String> languages,
        int items,
        Optional<Integer> publishedVersion,
        boolean changedSince,
        Instant changedAt) {}
