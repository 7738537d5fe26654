package org.entezar.collection.internal.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Violation;
import org.entezar.platform.json.Json;
import org.entezar.questionnaire.Questionnaire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerRulesTest {

    private static final String DOCUMENT = """
            {"key":"q","languages":["en","fa"],"sections":[{"key":"s","items":[
              {"key":"sq","facets":["expected","perceived"],"scale":{"min":1,"max":7},"required":true},
              {"key":"one","facets":["perceived"],"scale":{"min":0,"max":10}},
              {"key":"nps","type":"nps"},{"key":"csat","type":"csat"},{"key":"ces","type":"ces"},
              {"key":"why","type":"text","max":20,"showIf":"answers.nps <= 6","required":true},
              {"key":"who","type":"text","showIf":"has(answers.why)"},
              {"key":"colour","type":"choice","options":[{"key":"red","text":{}},{"key":"green","text":{}}]},
              {"key":"used","type":"choices","options":[{"key":"pool","text":{}},{"key":"spa","text":{}}]},
              {"key":"nights","type":"number","min":1,"max":60},
              {"key":"ok","type":"consent"}]}]}""";

    private static final AnswerRules RULES =
            new AnswerRules(Json.readInput(DOCUMENT.getBytes(StandardCharsets.UTF_8), Questionnaire.class));

    private static CheckedAnswers check(String answers) {
        return RULES.check(given(answers), true);
    }

    private static Map<String, JsonNode> given(String answers) {
        return Json.mapper().convertValue(Json.parse(answers), new TypeReference<LinkedHashMap<String, JsonNode>>() {});
    }

    private static final String GOOD = "\"sq\":{\"expected\":6,\"perceived\":4}";

    @Test
    void goodAnswersAreKeptInTheOrderAskedAndCoded() {
        CheckedAnswers checked = check("{\"ok\":true,\"nights\":2.5,\"used\":[\"spa\"],\"colour\":\"green\",\"nps\":9,"
                + "\"one\":0,\"csat\":5,\"ces\":7," + GOOD + "}");
        assertThat(checked.violations()).isEmpty();
        assertThat(checked.answers())
                .hasToString(
                        "{\"sq\":{\"expected\":6,\"perceived\":4},\"one\":{\"perceived\":0},"
                                + "\"nps\":9,\"csat\":5,\"ces\":7,\"colour\":\"green\",\"used\":[\"spa\"],\"nights\":2.5,\"ok\":true}");
        assertThat(checked.codes()).containsExactly(6, 4, 0, 9, 5, 7, 1, 1);
    }

    @Test
    void whatIsMissingIsCodedAsMissing() {
        CheckedAnswers checked = check("{" + GOOD + ",\"one\":{\"perceived\":null},\"colour\":\"\",\"used\":[]}");
        assertThat(checked.violations()).isEmpty();
        assertThat(checked.answers()).hasToString("{\"sq\":{\"expected\":6,\"perceived\":4}}");
        assertThat(checked.codes()).containsExactly(6, 4, -1, -1, -1, -1, -1, -1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "{}                                              | /answers/sq/expected  | REQUIRED",
                "{'sq':{'expected':6}}                           | /answers/sq/perceived | REQUIRED",
                "{'sq':{'expected':8,'perceived':4}}             | /answers/sq/expected  | OUT_OF_RANGE",
                "{'sq':{'expected':0,'perceived':4}}             | /answers/sq/expected  | OUT_OF_RANGE",
                "{'sq':{'expected':99999999999,'perceived':4}}   | /answers/sq/expected  | OUT_OF_RANGE",
                "{'sq':{'expected':'6','perceived':4}}           | /answers/sq/expected  | WRONG_TYPE",
                "{'sq':{'expected':6.5,'perceived':4}}           | /answers/sq/expected  | WRONG_TYPE",
                "{'sq':{'expected':6,'perceived':4,'desired':7}} | /answers/sq/desired   | UNKNOWN_KEY",
                "{'sq':6}                                        | /answers/sq           | WRONG_TYPE",
                "{G,'nope':1}                                    | /answers/nope         | UNKNOWN_KEY",
                "{G,'a/b~c':1}                                   | /answers/a~1b~0c      | UNKNOWN_KEY",
                "{G,'nps':11}                                    | /answers/nps          | OUT_OF_RANGE",
                "{G,'csat':0}                                    | /answers/csat         | OUT_OF_RANGE",
                "{G,'ces':8}                                     | /answers/ces          | OUT_OF_RANGE",
                "{G,'nps':{'perceived':3}}                       | /answers/nps          | WRONG_TYPE",
                "{G,'nps':3}                                     | /answers/why          | REQUIRED",
                "{G,'nps':3,'why':'  '}                          | /answers/why          | REQUIRED",
                "{G,'nps':3,'why':'123456789012345678901'}       | /answers/why          | TOO_LONG",
                "{G,'nps':3,'why':'a\\u0000b'}                   | /answers/why          | WRONG_TYPE",
                "{G,'nps':3,'why':'a\\ud800b'}                   | /answers/why          | WRONG_TYPE",
                "{G,'nps':3,'why':7}                             | /answers/why          | WRONG_TYPE",
                "{G,'colour':'blue'}                             | /answers/colour       | NOT_AN_OPTION",
                "{G,'colour':1}                                  | /answers/colour       | WRONG_TYPE",
                "{G,'used':['pool','pool']}                      | /answers/used/1       | DUPLICATE_KEY",
                "{G,'used':['pool','bar']}                       | /answers/used/1       | NOT_AN_OPTION",
                "{G,'used':'pool'}                               | /answers/used         | WRONG_TYPE",
                "{G,'used':['pool','spa','pool']}                | /answers/used         | TOO_MANY",
                "{G,'nights':61}                                 | /answers/nights       | OUT_OF_RANGE",
                "{G,'nights':1e99999999}                         | /answers/nights       | OUT_OF_RANGE",
                "{G,'nights':'2'}                                | /answers/nights       | WRONG_TYPE",
                "{G,'ok':'yes'}                                  | /answers/ok           | WRONG_TYPE",
            })
    void eachFaultIsToldWithItsPlace(String answers, String pointer, ErrorCode code) {
        CheckedAnswers checked = check(answers.strip().replace("G", GOOD).replace('\'', '"'));
        assertThat(checked.violations()).extracting(Violation::pointer).contains(pointer);
        assertThat(checked.violations())
                .filteredOn(fault -> fault.pointer().equals(pointer))
                .extracting(Violation::code)
                .containsExactly(code);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        assertThat(check("{'sq':{'expected':9},'nps':'x','zz':1}".replace('\'', '"'))
                        .violations())
                .extracting(Violation::pointer)
                .containsExactly("/answers/zz", "/answers/sq/expected", "/answers/sq/perceived", "/answers/nps");
    }

    @Test
    void anAnswerThatAConditionHidesIsDroppedAndNamed() {
        CheckedAnswers checked = check("{" + GOOD + ",\"nps\":9,\"why\":\"slow\",\"who\":\"me\"}");
        assertThat(checked.violations()).isEmpty();
        // "who" depends on "why", which is gone.
        assertThat(checked.dropped()).containsExactly("why", "who");
        assertThat(checked.answers().has("why")).isFalse();
    }

    @Test
    void filesOfPastSurveysMayMissRequiredAnswers() {
        assertThat(RULES.check(Map.of(), false).violations()).isEmpty();
    }

    @Test
    void aStoredResponseGivesTheSameCodesAgain() {
        CheckedAnswers checked = check("{" + GOOD + ",\"nps\":3,\"why\":\"slow\",\"colour\":\"red\",\"ok\":false}");
        assertThat(RULES.codesOf(given(checked.answers().toString()))).isEqualTo(checked.codes());
        assertThat(List.of(checked.codes()[6], checked.codes()[7])).containsExactly((byte) 0, (byte) 0);
    }
}
