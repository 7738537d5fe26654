package org.entezar.api.collection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.CampaignChange;
import org.entezar.collection.CampaignState;
import org.entezar.collection.Channel;
import org.entezar.collection.NewCampaign;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;

/** What a client wants of a campaign: all of it to create one, any part of it to change one. */
record CampaignRequest(
        Optional<String> questionnaire,
        Optional<Integer> version,
        Optional<LocalizedText> name,
        Optional<Set<Channel>> channels,
        Optional<Instant> opensAt,
        Optional<Instant> closesAt,
        Optional<CampaignState> state) {

    NewCampaign created() {
        List<Violation> faults = new ArrayList<>();
        if (questionnaire.isEmpty()) {
            faults.add(Violation.at("/questionnaire", ErrorCode.REQUIRED));
        }
        if (version.isEmpty()) {
            faults.add(Violation.at("/version", ErrorCode.REQUIRED));
        }
        state.ifPresent(given -> faults.add(Violation.at("/state", ErrorCode.UNKNOWN_FIELD, "state")));
        Problem.throwIfAny(faults);
        return new NewCampaign(
                questionnaire.orElseThrow(),
                version.orElseThrow(),
                name.orElse(LocalizedText.EMPTY),
                channels.orElse(Set.of()),
                opensAt,
                closesAt,
                false);
    }

    CampaignChange changed() {
        List<Violation> faults = new ArrayList<>();
        // What people were asked stays what they were asked.
        questionnaire.ifPresent(given -> faults.add(fixed("questionnaire")));
        version.ifPresent(given -> faults.add(fixed("version")));
        channels.ifPresent(given -> faults.add(fixed("channels")));
        if (state.filter(CampaignState.SCHEDULED::equals).isPresent()) {
            faults.add(Violation.at("/state", ErrorCode.NOT_AN_OPTION, "SCHEDULED"));
        }
        Problem.throwIfAny(faults);
        return new CampaignChange(name, opensAt, closesAt, state.map(wanted -> switch (wanted) {
            case PAUSED -> CampaignChange.Step.PAUSE;
            case CLOSED -> CampaignChange.Step.CLOSE;
            case OPEN, SCHEDULED -> CampaignChange.Step.RESUME;
        }));
    }

    private static Violation fixed(String field) {
        return Violation.at("/" + field, ErrorCode.UNKNOWN_FIELD, field);
    }
}
