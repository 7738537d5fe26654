package org.entezar.console.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entezar.console.Sources;
import org.entezar.console.Text;
import org.entezar.evidence.Entry;
import org.entezar.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {

    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern FILE = Pattern.compile(".*\\.(jsonl?|csv|xml|key|properties|yaml|xlsx|zip|bin|jar)");

    private static String entry(String action, String subject, String rest) {
        return "{\"action\":\"" + action + "\",\"actor\":{\"kind\":\"PERSON\",\"name\":\"Sara\",\"subject\":\"s1\"},"
                + "\"at\":\"2026-03-21T08:00:00Z\",\"previous\":\"" + "0".repeat(64)
                + "\",\"sequence\":1,\"subject\":\""
                + subject + "\",\"workspace\":\"w\"" + rest + "}";
    }

    private static String said(Language language, String action, String subject, String rest) {
        return new Sentences(language, Map.of("c1", "Spring"))
                .of(Entry.parse(entry(action, subject, rest)))
                .replaceAll("[\u2068\u2069]", "");
    }

    @Test
    void tellsWhoDidWhatToWhich() {
        String after = ",\"after\":{\"title\":{\"en\":\"Stay\",\"fa\":\"اقامت\"}}";
        assertThat(said(Language.ENGLISH, "questionnaire.published", "questionnaire/stay/versions/3", after))
                .isEqualTo("Sara published version 3 of “Stay”");
        assertThat(said(Language.PERSIAN, "questionnaire.published", "questionnaire/stay/versions/3", after))
                .isEqualTo("Sara نسخهٔ ۳ از «اقامت» را منتشر کرد");
        assertThat(said(Language.CHINESE, "questionnaire.published", "questionnaire/stay/versions/3", after))
                .isEqualTo("Sara 发布了“Stay”的第 3 版");
    }

    @Test
    void namesACampaignThatTheEntryDoesNotName() {
        assertThat(said(Language.ENGLISH, "responses.exported", "campaign/c1", ",\"after\":{\"format\":\"CSV\"}"))
                .isEqualTo("Sara exported the responses of “Spring”");
    }

    @Test
    void countsWhatWasSealed() {
        assertThat(said(Language.ENGLISH, "responses.sealed", "responses", ",\"after\":{\"count\":1}"))
                .isEqualTo("1 response was received and sealed");
    }

    @Test
    void tellsWhatItHasNoWordsForByItsCode() {
        assertThat(said(Language.ENGLISH, "comet.seen", "sky/halley", ""))
                .isEqualTo("Sara did “comet.seen” to “halley”");
    }

    /** Every file that writes history is searched for codes, so that no action is told by its code alone. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyActionOfTheProductHasItsWords(Language language) throws IOException {
        TreeSet<String> actions = new TreeSet<>();
        actions.add(Entry.RESPONSES_SEALED);
        actions.add(Entry.IMPORT_UNDONE);
        for (Path file : Sources.below("src/main/java")) {
            if (!file.toString().contains("/quality/") && file.toString().endsWith(".java")) {
                String source = Files.readString(file);
                if (source.contains("import org.entezar.platform.history.Change;")) {
                    Matcher code = CODE.matcher(source);
                    while (code.find()) {
                        if (!FILE.matcher(code.group(1)).matches()) {
                            actions.add(code.group(1));
                        }
                    }
                }
            }
        }
        assertThat(actions)
                .contains("questionnaire.published", "campaign.closed", "import.check-started", "history.read");
        assertThat(actions).allSatisfy(action -> {
            for (String key : new String[] {"history.did." + action, "history.action." + action}) {
                assertThat(Text.in(language, key)).as(key).isNotEqualTo(key);
            }
        });
    }
}
