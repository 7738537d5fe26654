package org.entezar.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.platform.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    private static Map<String, JsonNode> answers(String json) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        Json.parse(json.replace('\'', '"'))
                .properties()
                .forEach(entry -> answers.put(entry.getKey(), entry.getValue()));
        return answers;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "answers.nps <= 6 # {'nps':6} # true",
                "answers.nps <= 6 # {'nps':7} # false",
                "answers.nps <= 6 # {'nps':null} # false",
                "answers.nps <= 6 # {} # false",
                "!(answers.nps <= 6) # {} # false",
                "!has(answers.nps) # {} # true",
                "answers.nps <= 6.5 # {'nps':6} # true",
                "answers.sq1.perceived < answers.sq1.expected # {'sq1':{'expected':6,'perceived':4}} # true",
                "answers.sq1.perceived < answers.sq1.expected # {'sq1':{'perceived':4}} # false",
                "answers['sq-1'].perceived == 4 # {'sq-1':{'perceived':4}} # true",
                "answers.a == 'yes' || answers.b == 'yes' # {'b':'yes'} # true",
                "'wifi' in answers.extras # {'extras':['tv','wifi']} # true",
                "'wifi' in answers.extras # {'extras':[]} # false",
                "answers.agree # {'agree':true} # true",
                "answers.name.startsWith('m') # {'name':'mina'} # true",
                "answers.nps <= 6 # {'nps':'six'} # false",
            })
    void holdsOrNot(String condition, String answers, boolean expected) {
        assertThat(Condition.parse(condition).holds(answers(answers))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "answers.nps <=",
                "answers.nps",
                "1 + 1",
                "nps <= 6",
                "answers == answers",
                "size(answers) > 0",
                "answers[answers.other] == 1",
                "answers.exists(k, k == 'a')",
                "[1,2,3].all(x, x > 0)",
                "java.lang.System.exit(0)",
                "answers.a == 1 ; drop table"
            })
    void refusesWhatItCannotUnderstandBeforehand(String text) {
        if (text.equals("answers.nps")) {
            // The answer's kind is only known when it is given: truth shows the item, anything else does not.
            assertThat(Condition.parse(text).holds(answers("{'nps':5}"))).isFalse();
            return;
        }
        assertThatThrownBy(() -> Condition.parse(text))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.BAD_CONDITION));
    }

    @Test
    void saysWhereItStopsMakingSenseWithoutListingAllThatCouldBe() {
        assertThatThrownBy(() -> Condition.parse("answers.nps > 3 &&"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                                String.valueOf(problem.arguments().get(0)))
                        .isEqualTo("19: mismatched input '<EOF>'"));
    }

    @Test
    void isBoundedInLengthAndDepth() {
        assertThatThrownBy(() -> Condition.parse("answers.a == " + "1".repeat(Condition.LONGEST)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.TOO_LONG));
        assertThatThrownBy(() -> Condition.parse("(".repeat(200) + "answers.a == 1" + ")".repeat(200)))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aHostilePatternIsMatchedInLinearTime() {
        Condition condition = Condition.parse("answers.why.matches('(a+)+$')");
        String answer = "a".repeat(10_000) + "!";
        long start = System.nanoTime();
        assertThat(condition.holds(answers("{'why':'" + answer + "'}"))).isFalse();
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    @Test
    void namesTheAnswersThatItLooksAt() {
        assertThat(Condition.parse("answers.nps <= 6 && answers['sq-1'].perceived < 3")
                        .references())
                .containsExactlyInAnyOrder(
                        new Condition.Reference("nps", Optional.empty()),
                        new Condition.Reference("sq-1", Optional.of("perceived")));
    }
}
