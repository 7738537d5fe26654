package org.entezar.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entezar.kernel.LocalizedText;
import org.entezar.platform.json.Json;
import org.junit.jupiter.api.Test;

class QuestionnaireJsonTest {

    private static final String DOCUMENT = """
            {"key":"stay","title":{"en":"Your stay","fa":"اقامت شما"},"languages":["en","fa"],"sections":[
              {"key":"s1","title":{"en":"Service"},"items":[
                {"key":"sq01","category":"reliability","text":{"en":"Kept its word"},"facets":["expected","perceived"],
                 "scale":{"min":1,"max":7,"labels":{"1":{"en":"no"},"7":{"en":"yes"}}},"reverse":false,"required":true},
                {"key":"k01","category":"tangibles","text":{"en":"A kettle"},"facets":["functional","dysfunctional"],
                 "scale":{"preset":"kano"}},
                {"key":"nps","type":"nps","text":{"en":"Recommend?"}},
                {"key":"why","type":"text","text":{"en":"Why?"},"showIf":"answers.nps <= 6"}]}]}""";

    @Test
    void theDocumentOfTheContractIsReadAndComesBackTheSame() {
        Questionnaire read = Json.readInput(DOCUMENT.getBytes(StandardCharsets.UTF_8), Questionnaire.class);
        assertThat(read.items().map(Item::key)).containsExactly("sq01", "k01", "nps", "why");
        Item first = read.item("sq01").orElseThrow();
        assertThat(first.facets()).containsExactly(Facet.EXPECTED, Facet.PERCEIVED);
        assertThat(first.scale().orElseThrow().labels().get(7)).isEqualTo(LocalizedText.of("en", "yes"));
        assertThat(first.required()).isTrue();
        assertThat(read.item("k01").orElseThrow().scale().orElseThrow()).isEqualTo(Scale.KANO_PAIR);
        assertThat(read.item("why").orElseThrow().showIf()).contains("answers.nps <= 6");
        Questionnaire again = Json.readInput(Json.write(read).getBytes(StandardCharsets.UTF_8), Questionnaire.class);
        assertThat(again).isEqualTo(read);
    }

    @Test
    void theCodebookGivesEveryCodedAnswerAPlace() {
        Codebook codebook = Codebook.of(Json.readInput(DOCUMENT.getBytes(StandardCharsets.UTF_8), Questionnaire.class));
        assertThat(codebook.size()).isEqualTo(5);
        assertThat(List.of(
                        codebook.index("sq01", Facet.EXPECTED).orElseThrow(),
                        codebook.index("sq01", Facet.PERCEIVED).orElseThrow(),
                        codebook.index("k01", Facet.DYSFUNCTIONAL).orElseThrow(),
                        codebook.index("nps").orElseThrow()))
                .containsExactly(0, 1, 3, 4);
        assertThat(codebook.index("why")).isEmpty();
        assertThat(codebook.index("sq01", Facet.MINIMUM)).isEmpty();
    }
}
