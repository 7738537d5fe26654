package org.entezar.collection;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entezar.platform.json.Json;
import org.entezar.questionnaire.Questionnaire;

/** A questionnaire with every type of question, and answers to it. */
final class Stay {

    static final String KEY = "stay";

    static final Questionnaire DOCUMENT = read("""
            {"key":"stay","title":{"en":"Your stay"},"languages":["en","fa","zh-Hans"],"sections":[
              {"key":"s1","title":{"en":"Service"},"items":[
                {"key":"sq01","text":{"en":"Kept its word"},"facets":["expected","perceived"],"required":true,
                 "scale":{"min":1,"max":7,"labels":{"1":{"en":"not at all","fa":"اصلاً"},"7":{"en":"fully","fa":"کاملاً"}}}},
                {"key":"sq02","text":{"en":"Was prompt"},"facets":["expected","perceived"],"scale":{"min":1,"max":7}},
                {"key":"k01","text":{"en":"A kettle"},"facets":["functional","dysfunctional"],"scale":{"preset":"kano"}},
                {"key":"nps","type":"nps","text":{"en":"Recommend?"}},
                {"key":"why","type":"text","text":{"en":"Why?"},"showIf":"answers.nps <= 6","required":true,"max":200},
                {"key":"colour","type":"choice","text":{"en":"Colour?"},"options":[
                  {"key":"red","text":{"en":"Red","fa":"سرخ"}},{"key":"green","text":{"en":"Green","fa":"سبز"}}]},
                {"key":"used","type":"choices","text":{"en":"Used?"},"options":[
                  {"key":"pool","text":{"en":"Pool"}},{"key":"spa","text":{"en":"Spa"}},{"key":"gym","text":{"en":"Gym"}}]},
                {"key":"nights","type":"number","text":{"en":"Nights?"},"min":1,"max":60},
                {"key":"ok","type":"consent","text":{"en":"Agree?"}}]}]}""");

    private Stay() {}

    static Questionnaire read(String document) {
        return Json.readInput(document.getBytes(StandardCharsets.UTF_8), Questionnaire.class);
    }

    static Map<String, JsonNode> answers(String json) {
        return Json.mapper().convertValue(Json.parse(json), new TypeReference<LinkedHashMap<String, JsonNode>>() {});
    }

    static NewResponse response(String answers) {
        return NewResponse.of(answers(answers));
    }

    static NewResponse response(ResponseId id, String answers) {
        return new NewResponse(Optional.of(id), Optional.empty(), Optional.empty(), Map.of(), answers(answers));
    }
}
