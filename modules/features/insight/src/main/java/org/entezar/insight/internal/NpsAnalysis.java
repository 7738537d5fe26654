package org.entezar.insight.internal;

import java.util.List;
import java.util.Optional;
import org.entezar.insight.InsightResult;
import org.entezar.insight.NpsResult;
import org.entezar.insight.NpsResult.Counts;
import org.entezar.insight.NpsResult.ItemScore;
import org.entezar.methods.answers.AnswerCounts;
import org.entezar.methods.answers.Scale;
import org.entezar.methods.nps.NetPromoterScore;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Questionnaire;

/** Net promoter score, by question. */
final class NpsAnalysis extends SingleScores<ItemScore> {

    NpsAnalysis(Questionnaire version) {
        super(version, ItemType.NPS, new Scale(0, 10));
    }

    @Override
    ItemScore item(Item item, AnswerCounts counts, DisplayRules rules) {
        NetPromoterScore score = NetPromoterScore.of(counts, CONFIDENCE);
        return new ItemScore(
                item.key(),
                item.text(),
                rules.count(score.n()),
                rules.hides(score.n())
                        ? Optional.empty()
                        : Optional.of(new Counts(score.promoters(), score.passives(), score.detractors())),
                distribution(counts, rules),
                rules.proportion(score.n(), score.score(), score.adjusted()));
    }

    @Override
    InsightResult result(List<ItemScore> items) {
        return new NpsResult(items);
    }
}
