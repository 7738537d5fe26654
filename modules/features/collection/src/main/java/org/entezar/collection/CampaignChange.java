package org.entezar.collection;

import java.time.Instant;
import java.util.Optional;
import org.entezar.kernel.LocalizedText;

/**
 * What to change of a campaign; what is empty stays as it is.
 *
 * @param name a new name
 * @param opensAt a new opening time
 * @param closesAt a new closing time; later than now extends a campaign that ended by its time
 * @param step a decision about taking answers
 */
public record CampaignChange(
        Optional<LocalizedText> name, Optional<Instant> opensAt, Optional<Instant> closesAt, Optional<Step> step) {

    /** What a person can decide about taking answers. */
    public enum Step {
        /** Stop for a while. */
        PAUSE,
        /** Go on after a pause. */
        RESUME,
        /** Stop for good. */
        CLOSE
    }

    public static CampaignChange to(Step step) {
        return new CampaignChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(step));
    }

    /** Takes answers until then. */
    public static CampaignChange closingAt(Instant time) {
        return new CampaignChange(Optional.empty(), Optional.empty(), Optional.of(time), Optional.empty());
    }
}
