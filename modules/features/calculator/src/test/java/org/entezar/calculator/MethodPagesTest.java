package org.entezar.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import org.entezar.kernel.Language;
import org.entezar.methods.calculator.Calculator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MethodPagesTest {

    private static final MethodPages PAGES = new MethodPages();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFunctionIsExplainedInEveryLanguageWithAnExampleThatWorks(Language language) {
        assertThat(PAGES.all(language).stream()
                        .flatMap(page -> page.functions().stream())
                        .map(ExplainedFunction::name))
                .containsExactlyElementsOf(Calculator.all().functions().stream()
                        .map(function -> function.name())
                        .toList());
        for (MethodPage page : PAGES.all(language)) {
            for (ExplainedFunction function : page.functions()) {
                assertThat(PAGES.of(function.name(), language)).contains(page);
                assertThat(Calculator.all().evaluate(function.name(), function.example()))
                        .as(function.name())
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, names = "ENGLISH", mode = EnumSource.Mode.EXCLUDE)
    void translationsAreInTheirOwnScript(Language language) {
        String letters = language == Language.PERSIAN ? "(?s).*\\p{IsArabic}.*" : "(?s).*\\p{IsHan}.*";
        for (MethodPage page : PAGES.all(language)) {
            assertThat(page.tells()).matches(letters);
            assertThat(page.avoid()).matches(letters);
            assertThat(page.words()).matches(letters);
            assertThat(page.functions())
                    .allSatisfy(function ->
                            assertThat(function.summary()).as(function.name()).matches(letters));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void sourcesAreTheSameInEveryLanguage(Language language) {
        assertThat(PAGES.of("kano", language).orElseThrow().sources()).contains("Kano, Seraku, Takahashi & Tsuji 1984");
    }
}
