package org.entezar.collection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What would go if the rules were carried out now.
 *
 * @param responsesBefore responses handed in before that go; empty where they are kept
 * @param wordsBefore words handed in before that go; empty where they are kept
 * @param campaigns what there is in each campaign that anything would go from, or would but for a hold
 * @param files uploaded files of imports that go
 */
public record RetentionForecast(
        Optional<Instant> responsesBefore, Optional<Instant> wordsBefore, List<Part> campaigns, long files) {

    /**
     * One campaign.
     *
     * @param campaign its id
     * @param responses that go whole
     * @param words responses of which only the words go
     * @param held whether a hold keeps them: then nothing goes
     */
    public record Part(CampaignId campaign, long responses, long words, boolean held) {}

    public RetentionForecast {
        campaigns = List.copyOf(campaigns);
    }

    /** Responses that go whole. */
    public long responses() {
        return campaigns.stream()
                .filter(part -> !part.held())
                .mapToLong(Part::responses)
                .sum();
    }

    /** Responses of which only the words go. */
    public long words() {
        return campaigns.stream()
                .filter(part -> !part.held())
                .mapToLong(Part::words)
                .sum();
    }

    /** Responses of either kind that a hold keeps. */
    public long held() {
        return campaigns.stream()
                .filter(Part::held)
                .mapToLong(part -> part.responses() + part.words())
                .sum();
    }

    /** Whether nothing would go. */
    public boolean isEmpty() {
        return responses() + words() + files == 0;
    }
}
