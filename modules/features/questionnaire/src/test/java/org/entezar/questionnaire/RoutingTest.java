package org.entezar.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutingTest {

    private final Questionnaire chain = Documents.of(
            "{'key':'nps','type':'nps','text':{'en':'?'}}",
            "{'key':'why','type':'text','text':{'en':'?'},'showIf':'answers.nps <= 6'}",
            "{'key':'more','type':'text','text':{'en':'?'},'showIf':'has(answers.why)'}");

    @Test
    void whatWasNotShownWasNotAnsweredForLaterConditionsEither() {
        Routing routing = Routing.of(chain);
        Map<String, JsonNode> sent = Map.of(
                "nps", new IntNode(9), "why", new TextNode("x"), "more", new TextNode("y"), "other", new IntNode(1));
        assertThat(routing.asked(sent)).containsOnlyKeys("nps");
        assertThat(routing.isStraight()).isFalse();
    }

    @Test
    void whatWasShownStays() {
        Map<String, JsonNode> sent = Map.of("nps", new IntNode(2), "why", new TextNode("x"), "more", new TextNode("y"));
        assertThat(Routing.of(chain).asked(sent)).containsOnlyKeys("nps", "why", "more");
    }
}
