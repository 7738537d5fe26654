package org.entezar.collection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.internal.answers.CheckedAnswers;
import org.entezar.collection.internal.answers.OccasionRules;
import org.entezar.collection.internal.campaign.CampaignRow;
import org.entezar.collection.internal.campaign.LiveCampaigns.LiveCampaign;
import org.entezar.collection.internal.response.PersonalSealing;
import org.entezar.collection.internal.response.ResponseRow;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;

/** Decides whether a response may come in, and makes the row that is stored. */
final class ResponseChecks {

    /** Most characters of a reference to a person. */
    static final int LONGEST_REFERENCE = 200;

    private final PersonalKeys keys;
    private final Uuids ids;
    private final Clock clock;

    ResponseChecks(PersonalKeys keys, Uuids ids, Clock clock) {
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    /** A response that may be stored. */
    record Checked(ResponseRow row, List<String> dropped) {}

    void requireOpen(CampaignRow campaign) {
        switch (campaign.state(clock.instant())) {
            case OPEN -> {}
            case CLOSED -> throw new Problem(ErrorCode.CAMPAIGN_CLOSED);
            case SCHEDULED, PAUSED -> throw new Problem(ErrorCode.CAMPAIGN_NOT_OPEN);
        }
    }

    /**
     * Checks all that a response says.
     *
     * @throws Problem {@link ErrorCode#INVALID} with every fault
     */
    Checked check(WorkspaceId workspace, LiveCampaign target, NewResponse response) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        CheckedAnswers answers = checked(target, response, now, true);
        ResponseId id = response.id().orElseGet(() -> new ResponseId(ids.next()));
        PersonalSealing sealing = PersonalSealing.of(
                keys, workspace, id, answers.answers(), target.rules().personal(), response.person());
        ResponseRow row = new ResponseRow(
                id,
                target.campaign().id(),
                target.campaign().version(),
                response.submittedAt().orElse(now).truncatedTo(ChronoUnit.MILLIS),
                response.submittedAt().isPresent(),
                now,
                response.language(),
                response.context(),
                sealing.answers(),
                answers.codes(),
                Optional.empty(),
                Optional.empty(),
                sealing.personal(),
                Optional.empty(),
                target.campaign().simulated());
        return new Checked(row, answers.dropped());
    }

    Map<String, JsonNode> answers(LiveCampaign target, NewResponse response, boolean complete) {
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        checked(target, response, clock.instant(), complete)
                .answers()
                .fields()
                .forEachRemaining(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }

    private static CheckedAnswers checked(LiveCampaign target, NewResponse response, Instant now, boolean complete) {
        List<Violation> faults = new ArrayList<>(0);
        OccasionRules.check(
                target.rules(), response.submittedAt(), response.language(), response.context(), now, faults);
        if (response.person().filter(ResponseChecks::isNoReference).isPresent()) {
            faults.add(Violation.at("/person", ErrorCode.TOO_LONG, LONGEST_REFERENCE));
        }
        CheckedAnswers answers = target.rules().check(response.answers(), complete);
        if (!faults.isEmpty() || !answers.violations().isEmpty()) {
            faults.addAll(answers.violations());
            throw new Problem(faults);
        }
        return answers;
    }

    /** Whether nobody can be named so: blank, or too long. */
    static boolean isNoReference(String reference) {
        return reference.isBlank() || reference.length() > LONGEST_REFERENCE;
    }

    static Problem differs(ResponseId id) {
        return new Problem(ErrorCode.RESPONSE_DIFFERS, id.toString());
    }
}
