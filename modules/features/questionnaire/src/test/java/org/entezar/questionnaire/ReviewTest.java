package org.entezar.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entezar.questionnaire.Advice.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewTest {

    private static List<Advice> advice(String... items) {
        return Questionnaires.review(Documents.of(items)).advice();
    }

    private static String rating(String key, String text, String more) {
        return "{'key':'" + key + "','text':{'en':'" + text + "'}" + more + "}";
    }

    @Test
    void aPlainQuestionnaireIsLeftAlone() {
        assertThat(advice(rating("a", "Rooms are clean", ""), "{'key':'nps','type':'nps','text':{'en':'Recommend?'}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Staff are fast and friendly, and",
        "en, Rooms are clean or tidy, or",
        "fa, کارکنان سریع و مهربان‌اند, و",
        "zh-Hans, 员工热情和专业, 和",
        "zh-Hans, 员工热情、专业, 、"
    })
    void twoThingsInOneStatementAreNoticed(String language, String text, String joint) {
        assertThat(inLanguage(language, text))
                .containsExactly(new Advice(
                        Kind.DOUBLE_BARRELLED, "/sections/0/items/0/text", Optional.of(language), List.of(joint)));
    }

    @ParameterizedTest
    @CsvSource({
        "en, Staff understand the brand",
        "en, Your order came in time",
        "fa, کارکنان زودجوش‌اند",
        "fa, ورود آسان بود",
        "zh-Hans, 员工态度温和",
        "zh-Hans, 问题处理及时",
        "zh-Hans, 我能参与决定"
    })
    void wordsThatOnlyContainTheJointAreNot(String language, String text) {
        assertThat(inLanguage(language, text)).isEmpty();
    }

    private static List<Advice> inLanguage(String language, String text) {
        return Questionnaires.review(
                        Documents.read("{'key':'q','title':{'" + language + "':'Q'},'languages':['" + language
                                + "'],'sections':[{'key':'s','items':[{'key':'a','text':{'" + language + "':'" + text
                                + "'}}]}]}"))
                .advice();
    }

    @Test
    void whatIsMissingIsCountedByLanguage() {
        assertThat(Questionnaires.review(Documents.stay()).advice())
                .containsExactly(new Advice(Kind.UNTRANSLATED, "/sections/0/title", Optional.of("fa"), List.of(6)));
    }

    @Test
    void aScaleUnlikeTheOthersOfItsCategoryIsNoticed() {
        assertThat(advice(
                        rating("a", "One", ",'category':'c','scale':{'min':1,'max':5}"),
                        rating("b", "Two", ",'category':'c'"),
                        rating("d", "Three", ",'category':'c'"),
                        rating("e", "Four", ",'category':'other','scale':{'min':1,'max':9}")))
                .containsExactly(new Advice(
                        Kind.MIXED_SCALES, "/sections/0/items/0/scale", Optional.empty(), List.of(1, 5, 1, 7)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "answers.nps > 10",
                "answers.nps < 3 && answers.nps > 8",
                "answers.room == \"attic\"",
                "answers.r.perceived < answers.r.expected && answers.r.perceived == 7",
                "answers.nights > 3 && answers.nights < 2",
                "answers.why_low == \"noise\" && answers.nps >= 9"
            })
    void anItemToWhichNoAnswersLeadIsNoticed(String condition) {
        assertThat(conditional(condition))
                .containsExactly(
                        new Advice(Kind.UNREACHABLE, "/sections/0/items/5/showIf", Optional.empty(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "answers.nps <= 6",
                "answers.room != \"suite\"",
                "answers.r.perceived < answers.r.expected",
                "answers.nights > 3.5 && answers.nights < 5",
                "answers.words == \"never said\"",
                "answers.nights * 2 == 7",
                "answers.why_low == \"noise\" && answers.nps < 3",
                "!has(answers.nps)"
            })
    void whatSomebodyMayReachOrCannotBeListedIsLeftAlone(String condition) {
        assertThat(conditional(condition)).isEmpty();
    }

    private static List<Advice> conditional(String condition) {
        return advice(
                "{'key':'nps','type':'nps','text':{'en':'Recommend?'}}",
                "{'key':'room','type':'choice','text':{'en':'Room?'},'options':[{'key':'single','text':{'en':'S'}},{'key':'suite','text':{'en':'U'}}]}",
                rating("r", "Clean", ",'facets':['expected','perceived']"),
                "{'key':'nights','type':'number','text':{'en':'Nights?'}}",
                "{'key':'why_low','type':'choice','showIf':'answers.nps <= 6','text':{'en':'Why?'},'options':[{'key':'noise','text':{'en':'N'}},{'key':'price','text':{'en':'P'}}]}",
                "{'key':'goal','type':'text','text':{'en':'More?'},'showIf':'" + condition.replace("\"", "\\'") + "'}",
                "{'key':'words','type':'text','text':{'en':'Words?'}}");
    }

    @Test
    void longStatementsAndLongQuestionnairesAreNoticed() {
        String words = IntStream.rangeClosed(1, 26).mapToObj(n -> "word" + n).collect(Collectors.joining(" "));
        assertThat(advice(rating("a", words, "")))
                .containsExactly(new Advice(
                        Kind.LONG_STATEMENT, "/sections/0/items/0/text", Optional.of("en"), List.of(26, 25)));
        String[] many = IntStream.rangeClosed(1, 40)
                .mapToObj(n -> rating("q" + n, "Rooms are clean", ",'facets':['minimum','desired','perceived']"))
                .toArray(String[]::new);
        assertThat(advice(many))
                .containsExactly(new Advice(Kind.LONG_QUESTIONNAIRE, "", Optional.empty(), List.of(7, 5)));
    }

    /** 2 words of title, 3 of text at 230 a minute, 3 seconds for each of two facets. */
    @Test
    void theTimeIsReadingAndAnswering() {
        assertThat(Questionnaires.review(
                                Documents.of(rating("a", "Rooms are clean", ",'facets':['expected','perceived']")))
                        .seconds())
                .containsExactly(entry("en", (int) Math.round((1 + 3) * 60 / 230.0 + 6)));
    }

    @Test
    void presetsMeasureWhatTheySay() {
        for (String name : Presets.names()) {
            assertThat(Questionnaires.review(Presets.of(name)).advice())
                    .as(name)
                    .noneMatch(advice -> advice.kind() != Kind.DOUBLE_BARRELLED);
        }
    }
}
