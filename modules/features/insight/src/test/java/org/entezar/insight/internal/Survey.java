package org.entezar.insight.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.entezar.insight.Insight;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.Selection;
import org.entezar.platform.json.Json;
import org.entezar.questionnaire.Category;
import org.entezar.questionnaire.Codebook;
import org.entezar.questionnaire.Questionnaire;

/** A questionnaire with the answers of made-up respondents. Written as documents are, in JSON. */
final class Survey {

    private final Questionnaire version;
    private final List<Category> categories;
    private final Codebook codebook;
    private final Computation computation;
    private long at = 1_790_000_000_000L;

    private Survey(InsightMethod method, String items, String categories) {
        this.version = Json.read(
                "{\"key\":\"q\",\"sections\":[{\"key\":\"s\",\"items\":[" + items.replace('\'', '"') + "]}]}",
                Questionnaire.class);
        this.categories = Arrays.asList(Json.read("[" + categories.replace('\'', '"') + "]", Category[].class));
        this.codebook = Codebook.of(version);
        this.computation = new Computation(method, version, 1, this.categories);
    }

    static Survey of(InsightMethod method, String items, String categories) {
        return new Survey(method, items, categories);
    }

    static Survey of(InsightMethod method, String items) {
        return new Survey(method, items, "");
    }

    Codebook codebook() {
        return codebook;
    }

    /** One respondent: codes in the order of the codebook, -1 for no answer. */
    Survey answer(int... codes) {
        byte[] vector = new byte[codebook.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (byte) (codes[i] < 0 ? Codebook.MISSING : codes[i]);
        }
        return answer(vector);
    }

    Survey answer(byte[] vector) {
        // An offset of three shows that nothing is read from before the vector.
        byte[] buffer = new byte[vector.length + 3];
        Arrays.fill(buffer, (byte) 254);
        System.arraycopy(vector, 0, buffer, 3, vector.length);
        computation.add(buffer, 3, vector.length, at++);
        return this;
    }

    Survey times(int times, int... codes) {
        for (int i = 0; i < times; i++) {
            answer(codes);
        }
        return this;
    }

    Insight insight(int minimumGroup) {
        return computation.insight(Selection.ALL, new DisplayRules(minimumGroup), false);
    }

    Insight insight() {
        return insight(5);
    }

    /** The result of the shown insight. */
    <R> R result(Class<R> type) {
        return type.cast(insight().result().orElseThrow());
    }

    static Map<?, ?> json(Insight insight) {
        return Json.read(Json.write(insight), Map.class);
    }
}
