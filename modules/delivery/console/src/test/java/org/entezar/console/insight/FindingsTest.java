package org.entezar.console.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entezar.insight.Absence;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.KanoResult;
import org.entezar.kernel.Language;
import org.entezar.kernel.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingsTest {

    private static final Findings ENGLISH = new Findings(new Wording(Language.ENGLISH));

    /** Isolates that keep the direction of a workspace's own text are for browsers, not for reading here. */
    private static List<String> plain(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> sentence.replaceAll("[\\u2066-\\u2069\\u200e]", ""))
                .toList();
    }

    @Test
    void theLargestShortfallComesFirstWithHowSureItIs() {
        assertThat(plain(ENGLISH.of(Sample.gaps(
                        Sample.gap("a", 6, 5.5, 0.2), Sample.gap("b", 6.5, 4.25, 0.25), Sample.hidden("c")))))
                .containsExactly(
                        "The largest shortfall is “Statement b”: customers expected 6.50 and found 4.25, a gap of -2.25.",
                        "This is beyond chance: with 95 % confidence the gap lies between -2.50 and -2.00.",
                        "2 of the 2 statements fall short beyond chance.",
                        "Over all categories the gap is -1.00 (95 % interval -1.20 to -0.80, n = 100).");
    }

    @Test
    void aGapWhoseIntervalHoldsZeroIsNotCalledCertain() {
        List<String> found = plain(ENGLISH.of(Sample.gaps(Sample.gap("a", 6, 5.9, 0.3))));
        assertThat(found.get(1)).startsWith("It may be chance").contains("-0.40 to 0.20");
        assertThat(found.get(2)).isEqualTo("None of the 1 statements falls short beyond chance.");
    }

    @Test
    void whereNothingFallsShortItSaysSo() {
        assertThat(ENGLISH.of(Sample.gaps(Sample.gap("a", 5, 6, 0.3))).get(0)).startsWith("Nothing falls short");
    }

    @Test
    void aStatementsOwnFullStopIsLeftOutOfTheSentence() {
        Wording words = new Wording(Language.ENGLISH);
        assertThat(words.quoted(LocalizedText.of("en", "The room was clean."), "r"))
                .isEqualTo("\u2068The room was clean\u2069");
        assertThat(words.quoted(LocalizedText.EMPTY, "r")).isEqualTo("\u2068r\u2069");
    }

    @Test
    void aZoneBelowTheMinimumIsTold() {
        assertThat(plain(ENGLISH.of(Sample.zone(5, 8, 4))).get(0))
                .isEqualTo("“Waiting” is below what customers still accept: they found 4.00, their minimum is 5.00 and"
                        + " they hope for 8.00.");
        assertThat(ENGLISH.of(Sample.zone(5, 8, 6)).get(0)).startsWith("Nothing is below the minimum");
    }

    @Test
    void kanoCountsTheKindsAndNamesTheExtremes() {
        List<String> found = plain(ENGLISH.of(Sample.of(
                InsightMethod.KANO,
                new KanoResult(List.of(
                        Sample.kano("a", "M", "basic", 0.4, -0.89), Sample.kano("b", "A", "exciting", 0.8, -0.1))))));
        assertThat(found.get(0))
                .isEqualTo("Of 2 features 1 are taken for granted, 0 count the more the better, 1 delight.");
        assertThat(found.get(1)).contains("“Feature a” (worse -0.89)").contains("95 % interval -0.94 to -0.84");
        assertThat(found.get(2)).contains("“Feature b” (better 0.80)");
    }

    @Test
    void theScoreIsToldWithItsGroups() {
        assertThat(plain(ENGLISH.of(Sample.nps(50, 30, 20))))
                .containsExactly(
                        "The net promoter score is 30.0: 50.0% would recommend you, 20.0% would not (n = 100).",
                        "With 95 % confidence it lies between 21.0 and 39.0.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyReasonHasWordsInEveryLanguage(Language language) {
        for (Absence reason : Absence.values()) {
            assertThat(new Findings(new Wording(language)).of(Sample.without(reason)))
                    .singleElement()
                    .asString()
                    .isNotBlank()
                    .doesNotContain("insight.");
        }
    }

    @Test
    void persianWritesItsDigitsAndChineseItsWords() {
        String persian = new Findings(new Wording(Language.PERSIAN))
                .of(Sample.gaps(Sample.gap("a", 6.5, 4.25, 0.25)))
                .get(0);
        assertThat(persian).contains("۶٫۵۰").contains("گزارهٔ a").doesNotContain("6.50");
        String chinese = new Findings(new Wording(Language.CHINESE))
                .of(Sample.gaps(Sample.gap("a", 6.5, 4.25, 0.25)))
                .get(0);
        assertThat(chinese).contains("期望 6.50").contains("陈述 a");
    }
}
