package org.entezar.insight.internal;

import java.util.List;
import org.entezar.insight.CsatResult;
import org.entezar.insight.CsatResult.ItemSatisfaction;
import org.entezar.insight.InsightResult;
import org.entezar.methods.answers.AnswerCounts;
import org.entezar.methods.answers.Scale;
import org.entezar.methods.nps.TopTwoShare;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Questionnaire;

/** Share of the two highest steps of satisfaction, by question. */
final class CsatAnalysis extends SingleScores<ItemSatisfaction> {

    CsatAnalysis(Questionnaire version) {
        super(version, ItemType.CSAT, new Scale(1, 5));
    }

    @Override
    ItemSatisfaction item(Item item, AnswerCounts counts, DisplayRules rules) {
        return new ItemSatisfaction(
                item.key(),
                item.text(),
                rules.count(counts.answered()),
                distribution(counts, rules),
                rules.proportion(TopTwoShare.of(counts, CONFIDENCE)),
                rules.estimate(counts.mean(CONFIDENCE)));
    }

    @Override
    InsightResult result(List<ItemSatisfaction> items) {
        return new CsatResult(items);
    }
}
