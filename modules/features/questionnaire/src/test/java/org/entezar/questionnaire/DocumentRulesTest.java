package org.entezar.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentRulesTest {

    private static final String ITEM = "'text':{'en':'t'}";

    @Test
    void theDocumentOfTheContractIsFine() {
        assertThat(Questionnaires.faults(Documents.stay())).isEmpty();
    }

    static Stream<Arguments> faulty() {
        return Stream.of(
                item("{'key':'Q 1'," + ITEM + "}", "/key", ErrorCode.MALFORMED_KEY),
                item("{'key':'a'," + ITEM + ",'facets':[]}", "/facets", ErrorCode.REQUIRED),
                item("{'key':'a'," + ITEM + ",'facets':['expected','expected']}", "/facets", ErrorCode.DUPLICATE_KEY),
                item("{'key':'a'," + ITEM + ",'facets':['expected','should']}", "/facets", ErrorCode.NOT_TOGETHER),
                item(
                        "{'key':'a'," + ITEM + ",'facets':['functional'],'scale':{'preset':'kano'}}",
                        "/facets",
                        ErrorCode.NOT_TOGETHER),
                item(
                        "{'key':'a'," + ITEM + ",'facets':['functional','dysfunctional']}",
                        "/scale/preset",
                        ErrorCode.NOT_TOGETHER),
                item(
                        "{'key':'a'," + ITEM + ",'facets':['perceived'],'scale':{'preset':'kano'}}",
                        "/scale/preset",
                        ErrorCode.NOT_TOGETHER),
                item("{'key':'a'," + ITEM + ",'scale':{'preset':'stars'}}", "/scale/preset", ErrorCode.NOT_AN_OPTION),
                item("{'key':'a'," + ITEM + ",'scale':{'min':1,'max':6}}", "/scale/max", ErrorCode.NOT_AN_OPTION),
                item("{'key':'a'," + ITEM + ",'scale':{'min':2,'max':6}}", "/scale/min", ErrorCode.OUT_OF_RANGE),
                item("{'key':'a'," + ITEM + ",'scale':{'min':1,'max':1000000}}", "/scale/max", ErrorCode.NOT_AN_OPTION),
                item(
                        "{'key':'a'," + ITEM + ",'scale':{'min':1,'max':5,'labels':{'9':{'en':'x'}}}}",
                        "/scale/labels/9",
                        ErrorCode.OUT_OF_RANGE),
                item("{'key':'a','type':'choice'," + ITEM + "}", "/options", ErrorCode.REQUIRED),
                item(
                        "{'key':'a','type':'choice'," + ITEM
                                + ",'options':[{'key':'x','text':{'en':'X'}},{'key':'x','text':{'en':'Y'}}]}",
                        "/options/1/key",
                        ErrorCode.DUPLICATE_KEY),
                item("{'key':'a','type':'nps'," + ITEM + ",'scale':{}}", "/scale", ErrorCode.UNKNOWN_FIELD),
                item("{'key':'a','type':'nps'," + ITEM + ",'reverse':true}", "/reverse", ErrorCode.UNKNOWN_FIELD),
                item("{'key':'a','type':'number'," + ITEM + ",'min':5,'max':4}", "/max", ErrorCode.OUT_OF_RANGE),
                item("{'key':'a','type':'text'," + ITEM + ",'max':0}", "/max", ErrorCode.OUT_OF_RANGE),
                item("{'key':'a'," + ITEM + ",'showIf':'answers.a.perceived > 1'}", "/showIf", ErrorCode.UNKNOWN_KEY),
                item("{'key':'a'," + ITEM + ",'showIf':'answers.'}", "/showIf", ErrorCode.BAD_CONDITION),
                item("{'key':'a','text':{'en':'a\\u0001b'}}", "/text/en", ErrorCode.FORBIDDEN_CHARACTER),
                item("{'key':'a','text':{'klingon!':'x'}}", "/text", ErrorCode.UNKNOWN_LANGUAGE),
                item("{'key':'a','text':{'en':'" + "x".repeat(1001) + "'}}", "/text/en", ErrorCode.TOO_LONG));
    }

    private static Arguments item(String item, String pointer, ErrorCode code) {
        return Arguments.of(item, "/sections/0/items/0" + pointer, code);
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void eachFaultIsToldWithItsPlace(String item, String pointer, ErrorCode code) {
        assertThat(Questionnaires.faults(Documents.of(item)))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(pointer, code));
    }

    @Test
    void conditionsLookBackOnly() {
        String rating = "{'key':'sq1','text':{'en':'t'},'facets':['expected','perceived']}";
        String nps = "{'key':'nps','type':'nps','text':{'en':'t'}}";
        assertThat(conditionCodes(rating, nps, "answers.sq1.perceived < 3 && answers.nps > 2"))
                .isEmpty();
        assertThat(conditionCodes(rating, nps, "answers.later > 2")).containsExactly(ErrorCode.UNKNOWN_KEY);
        assertThat(conditionCodes(rating, nps, "answers.sq1 > 2")).containsExactly(ErrorCode.UNKNOWN_KEY);
        assertThat(conditionCodes(rating, nps, "answers.sq1.desired > 2")).containsExactly(ErrorCode.UNKNOWN_KEY);
        assertThat(conditionCodes(rating, nps, "answers.nps.perceived > 2")).containsExactly(ErrorCode.UNKNOWN_KEY);
    }

    private static java.util.List<ErrorCode> conditionCodes(String first, String second, String condition) {
        return Questionnaires.faults(Documents.of(
                        first,
                        second,
                        "{'key':'why','type':'text','text':{'en':'t'},'showIf':'" + condition + "'}",
                        "{'key':'later','type':'nps','text':{'en':'t'}}"))
                .stream()
                .map(Violation::code)
                .toList();
    }

    @Test
    void markupIsTextAndNothingElse() {
        assertThat(Questionnaires.faults(
                        Documents.of("{'key':'a','text':{'en':'<script>alert(1)</script> {{7*7}} ${jndi:ldap://x}'}}")))
                .isEmpty();
    }

    @Test
    void sizesAreBounded() {
        String many = IntStream.range(0, 401)
                .mapToObj(number -> "{'key':'i" + number + "','text':{'en':'t'}}")
                .collect(Collectors.joining(","));
        assertThat(Questionnaires.faults(Documents.of(many)))
                .extracting(Violation::code)
                .containsExactly(ErrorCode.TOO_MANY);
    }

    @Test
    void listsWhatIsNotTranslated() {
        assertThat(Questionnaires.untranslated(Documents.stay()))
                .extracting(Untranslated::language, Untranslated::pointer, Untranslated::reference)
                .containsExactly(
                        missing("/sections/0/title", "Service"),
                        missing("/sections/0/items/0/text", "Kept its word"),
                        missing("/sections/0/items/0/scale/labels/1", "no"),
                        missing("/sections/0/items/0/scale/labels/7", "yes"),
                        missing("/sections/0/items/1/text", "Recommend?"),
                        missing("/sections/0/items/2/text", "Why?"));
    }

    private static org.assertj.core.groups.Tuple missing(String pointer, String reference) {
        return org.assertj.core.groups.Tuple.tuple("fa", pointer, reference);
    }
}
