package org.entezar.insight.internal;

import java.util.List;
import org.entezar.insight.CesResult;
import org.entezar.insight.CesResult.ItemEase;
import org.entezar.insight.InsightResult;
import org.entezar.methods.answers.AnswerCounts;
import org.entezar.methods.answers.Scale;
import org.entezar.methods.nps.CustomerEffortScore;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Questionnaire;

/** Customer effort score, by question. */
final class CesAnalysis extends SingleScores<ItemEase> {

    CesAnalysis(Questionnaire version) {
        super(version, ItemType.CES, new Scale(1, 7));
    }

    @Override
    ItemEase item(Item item, AnswerCounts counts, DisplayRules rules) {
        CustomerEffortScore score = CustomerEffortScore.of(counts, CONFIDENCE);
        return new ItemEase(
                item.key(),
                item.text(),
                rules.count(counts.answered()),
                distribution(counts, rules),
                rules.estimate(score.mean()),
                rules.proportion(score.agree()));
    }

    @Override
    InsightResult result(List<ItemEase> items) {
        return new CesResult(items);
    }
}
