package org.entezar.methods.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.entezar.methods.Figure;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.junit.jupiter.api.Test;

class ValueEdgesTest {

    /** Fader, Hardie & Lee (2005): the customer with x = 2, t_x = 30.43, T = 38.86 buys 1.226 times in 39 weeks. */
    @Test
    void givesThePublishedExpectation() {
        RepeatPurchases.Outlook outlook = RepeatPurchases.predict(
                new PurchaseRates(0.243, 4.414, 0.793, 2.426),
                new PurchaseHistory(new double[] {2}, new double[] {30.43}, new double[] {38.86}),
                new double[] {39});
        assertThat(outlook.expected()[0][0]).isCloseTo(1.226, within(5e-4));
        assertThat(outlook.warnings()).isEmpty();
    }

    @Test
    void whoNeverCameBackCountsAsAliveAndTheResultSaysSo() {
        RepeatPurchases.Outlook outlook = RepeatPurchases.predict(
                new PurchaseRates(0.243, 4.414, 0.793, 2.426),
                new PurchaseHistory(new double[] {0}, new double[] {0}, new double[] {500}),
                new double[] {1});
        assertThat(outlook.alive()).containsExactly(1);
        assertThat(outlook.warnings()).containsExactly(Warning.ALIVE_BY_MODEL);
    }

    /** a + b = 1 makes the first factor zero for a customer without repeat purchases. */
    @Test
    void theSumOfOneIsNoHole() {
        PurchaseHistory one = new PurchaseHistory(new double[] {0}, new double[] {0}, new double[] {10});
        double at = RepeatPurchases.predict(new PurchaseRates(0.5, 4, 0.4, 0.6), one, new double[] {5})
                .expected()[0][0];
        double near = RepeatPurchases.predict(new PurchaseRates(0.5, 4, 0.4, 0.6001), one, new double[] {5})
                .expected()[0][0];
        assertThat(at).isCloseTo(near, within(1e-4));
    }

    @Test
    void withoutARepeatPurchaseNothingCanBeFitted() {
        RepeatPurchases.Fit fit =
                RepeatPurchases.fit(new PurchaseHistory(new double[] {0, 0}, new double[] {0, 0}, new double[] {5, 9}));
        assertThat(fit.rates()).isEmpty();
        assertThat(fit.logLikelihood()).isEqualTo(Figure.undefined(Reason.NO_DATA));
    }

    @Test
    void refusesHistoriesThatCannotBe() {
        assertThatThrownBy(() -> new PurchaseHistory(new double[] {1, 1}, new double[] {2, 12}, new double[] {5, 9}))
                .hasMessageContaining("recency[1]");
        assertThatThrownBy(() -> new PurchaseHistory(new double[] {0}, new double[] {2}, new double[] {5}))
                .hasMessageContaining("recency[0]");
        assertThatThrownBy(() -> new PurchaseHistory(new double[] {1.5}, new double[] {2}, new double[] {5}))
                .hasMessageContaining("frequency[0]");
    }

    @Test
    void spendingNeedsThreeCustomersWhoseValuesDiffer() {
        assertThat(SpendModel.fit(new SpendModel.Input(new double[] {0, 0}, new double[] {0, 0}))
                        .logLikelihood())
                .isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(SpendModel.fit(new SpendModel.Input(new double[] {1, 2}, new double[] {5, 6}))
                        .logLikelihood())
                .isEqualTo(Figure.undefined(Reason.TOO_FEW));
        assertThat(SpendModel.fit(new SpendModel.Input(new double[] {1, 2, 3}, new double[] {5, 5, 5}))
                        .logLikelihood())
                .isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
    }

    @Test
    void anInfiniteMeanIsNoNumber() {
        SpendModel.Spend heavy = new SpendModel.Spend(2, 0.8, 10);
        assertThat(heavy.populationMean()).isEqualTo(Figure.undefined(Reason.UNSTABLE));
        assertThat(SpendModel.expectedValues(heavy, new SpendModel.Input(new double[] {0, 1}, new double[] {0, 7})))
                .containsExactly(Figure.undefined(Reason.UNSTABLE), Figure.of(2 * 17 / 1.8));
    }

    @Test
    void fourCustomersHaveNoQuintiles() {
        double[] four = {1, 2, 3, 4};
        RecencyFrequencyMonetary.Result result =
                RecencyFrequencyMonetary.evaluate(new RecencyFrequencyMonetary.Input(four, four, four));
        assertThat(result.undefined()).contains(Reason.TOO_FEW);
    }

    @Test
    void anUnknownValueLeavesTheCustomerOut() {
        double[] days = {1, 2, 3, 4, 5, Double.NaN};
        double[] more = {1, 2, 3, 4, 5, 6};
        RecencyFrequencyMonetary.Result result =
                RecencyFrequencyMonetary.evaluate(new RecencyFrequencyMonetary.Input(days, more, more));
        assertThat(result.n()).isEqualTo(5);
        assertThat(result.monetary()).containsExactly(1, 2, 3, 4, 5, 0);
        assertThat(result.cell(0)).isEqualTo(511);
    }

    @Test
    void aCustomerWhoNeverLeavesAndNoDiscountHasNoLimit() {
        LifetimeValue.ConstantResult value = LifetimeValue.evaluate(new LifetimeValue.Constant(10, 1, 0, 3));
        assertThat(value.now()).isEqualTo(40);
        assertThat(value.endlessNow()).isEqualTo(Figure.undefined(Reason.UNSTABLE));
    }
}
