package org.entezar.api.audit;

import java.util.List;
import java.util.Optional;
import org.entezar.api.collection.JobView;
import org.entezar.audit.HistoryCheck;
import org.entezar.evidence.archive.Finding;
import org.entezar.evidence.archive.Verdict;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A check of a whole history as the API answers it.
 *
 * @param job how far it is
 * @param verdict what it came to, once it is done
 */
public record CheckView(JobView job, Optional<VerdictView> verdict) {

    /**
     * What a check came to.
     *
     * @param holds whether everything holds
     * @param last last entry that was checked; the first is always 1
     * @param faults how many faults there are; {@code findings} has the first of them
     * @param words the whole verdict in words, a line each
     */
    public record VerdictView(
            boolean holds,
            long last,
            long responses,
            long checkpoints,
            long faults,
            List<FindingView> findings,
            List<String> words) {}

    /** One fault: its stable code, what it names, and the words for it. */
    public record FindingView(Finding.Code code, List<Object> arguments, String text) {}

    static CheckView of(HistoryCheck check, Language language) {
        return new CheckView(JobView.of(check.job()), check.verdict().map(verdict -> of(verdict, language)));
    }

    private static VerdictView of(Verdict verdict, Language language) {
        return new VerdictView(
                verdict.holds(),
                verdict.last(),
                verdict.responses(),
                verdict.checkpoints(),
                verdict.faults(),
                verdict.findings().stream()
                        .map(finding ->
                                new FindingView(finding.code(), finding.arguments(), finding.text(language.locale())))
                        .toList(),
                verdict.lines(language.locale()));
    }

    static Language language(@Nullable String tag) {
        return tag == null
                ? Language.ENGLISH
                : Language.of(tag).orElseThrow(() -> new Problem(ErrorCode.MALFORMED_PARAMETER, "language", tag));
    }
}
