package org.entezar.insight.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.entezar.collection.CampaignId;
import org.entezar.insight.Absence;
import org.entezar.insight.Cause;
import org.entezar.insight.CesResult;
import org.entezar.insight.CsatResult;
import org.entezar.insight.Insight;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.InsightResult;
import org.entezar.insight.KanoResult;
import org.entezar.insight.KeptInsight;
import org.entezar.insight.KeptInsightId;
import org.entezar.insight.Notice;
import org.entezar.insight.NpsResult;
import org.entezar.insight.Selection;
import org.entezar.insight.ServqualResult;
import org.entezar.insight.ZoneResult;
import org.entezar.platform.history.PastStates;
import org.entezar.platform.history.Recorded;
import org.entezar.platform.json.Json;

/** A kept insight as its entry of history holds it. Fields are only ever added: entries are for good. */
public record KeptDocument(
        KeptInsightId id,
        CampaignId campaign,
        String questionnaire,
        int questionnaireVersion,
        Insight insight,
        KeptInsight.Parameters parameters,
        KeptInsight.Source source,
        String software) {

    /** The insight that the entry keeps. */
    public static KeptInsight read(Recorded entry) {
        JsonNode state = PastStates.plain(entry.after().orElseThrow());
        return new KeptInsight(
                value(state, "id", KeptInsightId.class),
                value(state, "campaign", CampaignId.class),
                state.get("questionnaire").asText(),
                state.get("questionnaireVersion").asInt(),
                insight(state.get("insight")),
                value(state, "parameters", KeptInsight.Parameters.class),
                value(state, "source", KeptInsight.Source.class),
                state.get("software").asText(),
                Cause.Reference.to(entry));
    }

    private static Insight insight(JsonNode json) {
        InsightMethod method = value(json, "method", InsightMethod.class);
        JsonNode n = json.path("n");
        JsonNode result = json.path("result");
        return new Insight(
                method,
                json.get("methodVersion").asText(),
                n.isNumber() ? OptionalLong.of(n.longValue()) : OptionalLong.empty(),
                value(json, "selection", Selection.class),
                result.isObject() ? Optional.of(Json.read(result.toString(), type(method))) : Optional.empty(),
                optional(json, "reason").map(Absence::valueOf),
                Json.mapper().convertValue(json.get("warnings"), new TypeReference<List<Notice>>() {}),
                optional(json, "fingerprint"));
    }

    private static Class<? extends InsightResult> type(InsightMethod method) {
        return switch (method) {
            case SERVQUAL -> ServqualResult.class;
            case ZONE -> ZoneResult.class;
            case KANO -> KanoResult.class;
            case NPS -> NpsResult.class;
            case CSAT -> CsatResult.class;
            case CES -> CesResult.class;
        };
    }

    private static <T> T value(JsonNode json, String field, Class<T> type) {
        return Json.read(json.get(field).toString(), type);
    }

    private static Optional<String> optional(JsonNode json, String field) {
        return Optional.of(json.path(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }
}
