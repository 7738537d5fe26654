package org.entezar.methods.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.entezar.methods.Figure;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.junit.jupiter.api.Test;

class PaymentEquityTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Property(tries = 100)
    void anotherCurrencyLeavesEquityAsItIs(@ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 100) double rate) {
        double[] usage = usage(seed);
        double[] plain = equity(usage, new Tariff(120, 24, 15, 0.3, 20), 0.4);
        double[] other = equity(usage, new Tariff(120 * rate, 24, 15 * rate, 0.3 * rate, 20), 0.4);
        assertThat(other).containsExactly(plain, within(1e-9));
    }

    /** The norm looks back only: what happens in a period changes nothing before the next. */
    @Property(tries = 100)
    void thereIsNoLookAhead(@ForAll long seed, @ForAll @DoubleRange(min = 0, max = 1) double alpha) {
        double[] usage = usage(seed);
        double[] changed = usage.clone();
        changed[usage.length - 1] = 999;
        double[] norm = new double[usage.length];
        double[] changedNorm = new double[usage.length];
        NormativeUsage.run(usage, alpha, NONE, norm);
        NormativeUsage.run(changed, alpha, NONE, changedNorm);
        assertThat(changedNorm).isEqualTo(norm);
    }

    @Property(tries = 100)
    void theFittedAlphaIsNeverWorseThanAnother(@ForAll long seed, @ForAll @DoubleRange(min = 0, max = 1) double alpha) {
        double[] usage = usage(seed);
        NormativeUsage.Fit fit = NormativeUsage.fit(usage, OptionalDouble.of(30));
        assertThat(fit.squares().value())
                .isLessThanOrEqualTo(NormativeUsage.run(usage, alpha, OptionalDouble.of(30), new double[usage.length])
                        * (1 + 1e-12));
    }

    @Test
    void aFlatCriterionKeepsTheDefault() {
        NormativeUsage.Fit fit = NormativeUsage.fit(new double[] {30, 30, 30}, NONE);
        assertThat(fit.alpha()).isEqualTo(0.3);
        assertThat(fit.warnings()).containsExactly(Warning.WEAKLY_IDENTIFIED);
        assertThat(NormativeUsage.fit(new double[] {30}, NONE).squares()).isEqualTo(Figure.undefined(Reason.NO_DATA));
    }

    @Test
    void withoutUsageThereIsNoUnitPrice() {
        PaymentEquity.Result result = PaymentEquity.evaluate(new PaymentEquity.Input(
                new double[] {0, 10, Double.NaN}, new Tariff(0, 1, 5, 0, 0), 0.5, NONE, 1, Optional.empty()));
        assertThat(result.unitPrice()[0]).isNaN();
        assertThat(result.normUnitPrice()[0]).isNaN();
        assertThat(result.norm()).containsExactly(0, 0, 5);
        assertThat(result.surplus()[0]).isEqualTo(-5);
        assertThat(result.meanEquity()).isEqualTo(Figure.undefined(Reason.NO_DATA));
    }

    @Test
    void aCheaperCompetitorIsBelowZero() {
        PaymentEquity.Result result = PaymentEquity.evaluate(new PaymentEquity.Input(
                new double[] {10}, new Tariff(0, 1, 20, 0, 0), 0.5, NONE, 0, Optional.of(new Tariff(0, 1, 10, 0, 0))));
        assertThat(result.competitorEquity()[0]).isCloseTo(-Math.log(2), within(1e-12));
        assertThat(result.equity()[0]).isZero();
    }

    private static double[] usage(long seed) {
        return new Random(seed).doubles(10).map(u -> 5 + 60 * u).toArray();
    }

    private static double[] equity(double[] usage, Tariff tariff, double alpha) {
        return PaymentEquity.evaluate(new PaymentEquity.Input(usage, tariff, alpha, NONE, 0, Optional.empty()))
                .equity();
    }
}
