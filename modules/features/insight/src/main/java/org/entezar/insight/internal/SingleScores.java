package org.entezar.insight.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entezar.insight.InsightResult;
import org.entezar.methods.answers.AnswerCounts;
import org.entezar.methods.answers.Scale;
import org.entezar.questionnaire.Codebook;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Questionnaire;

/** Questions with one answer on a scale of their own: counts them, and leaves the score to each method. */
abstract class SingleScores<R> implements Analysis {

    private record Question(Item item, int place, AnswerCounts counts) {}

    private final List<Question> questions = new ArrayList<>();

    SingleScores(Questionnaire version, ItemType type, Scale scale) {
        Codebook codebook = Codebook.of(version);
        version.items().filter(item -> item.type() == type).forEach(item -> codebook.index(item.key())
                .ifPresent(place -> questions.add(new Question(item, place, new AnswerCounts(scale)))));
    }

    @Override
    public final void add(byte[] codes, int offset) {
        for (Question question : questions) {
            question.counts().add(codes[offset + question.place()]);
        }
    }

    @Override
    public final Outcome outcome(DisplayRules rules) {
        return questions.isEmpty()
                ? Outcome.notAsked()
                : Outcome.of(
                        result(questions.stream()
                                .map(question -> item(question.item(), question.counts(), rules))
                                .toList()),
                        List.of());
    }

    abstract R item(Item item, AnswerCounts counts, DisplayRules rules);

    abstract InsightResult result(List<R> items);

    /** Answers by step; empty when the group is too small to be shown. */
    static Optional<List<Long>> distribution(AnswerCounts counts, DisplayRules rules) {
        if (rules.hides(counts.answered())) {
            return Optional.empty();
        }
        List<Long> steps = new ArrayList<>();
        for (int answer = counts.scale().least(); answer <= counts.scale().greatest(); answer++) {
            steps.add(counts.count(answer));
        }
        return Optional.of(steps);
    }
}
