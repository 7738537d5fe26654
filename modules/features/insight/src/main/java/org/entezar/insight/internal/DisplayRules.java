package org.entezar.insight.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.entezar.insight.Absence;
import org.entezar.insight.Estimate;
import org.entezar.insight.Notice;
import org.entezar.insight.Proportion;
import org.entezar.insight.Spread;
import org.entezar.methods.Bounds;
import org.entezar.methods.Figure;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.ShareEstimate;

/**
 * What of a figure may be shown. Nothing of a group smaller than the workspace's minimum; no interval of fewer than
 * five answers, whatever the workspace allows (METHODS.md, section 0).
 *
 * @param minimumGroup respondents that a group needs to be shown
 */
public record DisplayRules(int minimumGroup) {

    private static final int INTERVAL_FROM = 5;
    static final int SURE_FROM = 30;

    /** Whether there is a group and it is too small. An empty group hides nobody. */
    public boolean hides(long n) {
        return n > 0 && n < minimumGroup;
    }

    OptionalLong count(long n) {
        return hides(n) ? OptionalLong.empty() : OptionalLong.of(n);
    }

    Estimate estimate(MeanEstimate estimate) {
        if (hides(estimate.n())) {
            return Estimate.absent(Absence.SUPPRESSED);
        }
        boolean interval = estimate.n() >= INTERVAL_FROM;
        return new Estimate(
                OptionalLong.of(estimate.n()),
                estimate.mean().number(),
                interval ? estimate.lower().number() : OptionalDouble.empty(),
                interval ? estimate.upper().number() : OptionalDouble.empty(),
                reason(estimate.n(), estimate.mean(), estimate.bounds()));
    }

    /** What may be shown of an estimate. */
    public Estimate shown(MeanEstimate estimate) {
        return estimate(estimate);
    }

    Spread spread(MeanEstimate estimate) {
        return hides(estimate.n())
                ? Spread.ABSENT
                : new Spread(estimate.mean().number(), estimate.sd().number());
    }

    Proportion proportion(ShareEstimate share) {
        return proportion(share.n(), share.share(), share.bounds());
    }

    Proportion proportion(long n, Figure value, Bounds bounds) {
        if (hides(n)) {
            return Proportion.absent(Absence.SUPPRESSED);
        }
        boolean interval = n >= INTERVAL_FROM;
        return new Proportion(
                value.number(),
                interval ? bounds.lower().number() : OptionalDouble.empty(),
                interval ? bounds.upper().number() : OptionalDouble.empty(),
                reason(n, value, bounds));
    }

    /** Marks a small group, unless it is empty. */
    List<Notice> noticesOf(long n) {
        if (n == 0 || n >= SURE_FROM) {
            return List.of();
        }
        return List.of(Notice.of(n < INTERVAL_FROM ? Notice.Code.TOO_FEW_TO_SHOW : Notice.Code.INDICATIVE));
    }

    private static Optional<Absence> reason(long n, Figure value, Bounds bounds) {
        for (Figure figure : List.of(value, bounds.lower(), bounds.upper())) {
            if (figure instanceof Figure.Undefined undefined) {
                return Optional.of(Absence.of(undefined.reason()));
            }
        }
        return n < INTERVAL_FROM ? Optional.of(Absence.TOO_FEW) : Optional.empty();
    }
}
