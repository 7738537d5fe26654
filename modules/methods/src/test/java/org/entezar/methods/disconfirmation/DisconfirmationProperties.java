package org.entezar.methods.disconfirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.entezar.methods.disconfirmation.Disconfirmation.State;

class DisconfirmationProperties {
    @Property
    void aWiderBandMeetsMoreAndSharesSumToOne(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 50) int n,
            @ForAll @DoubleRange(min = 0, max = 3) double narrow,
            @ForAll @DoubleRange(min = 0, max = 3) double more) {
        double[] e = random.doubles(n, 1, 7).toArray();
        double[] p = random.doubles(n, 1, 7).toArray();
        Disconfirmation one = Disconfirmation.of(e, p, new IndifferenceBand(narrow, narrow), 0.95);
        Disconfirmation other = Disconfirmation.of(e, p, new IndifferenceBand(narrow + more, narrow), 0.95);
        assertThat(one.shares().values().stream()
                        .mapToDouble(s -> s.share().value())
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(other.shares().get(State.DISAPPOINTED).count())
                .isLessThanOrEqualTo(one.shares().get(State.DISAPPOINTED).count());
        assertThat(other.shares().get(State.DELIGHTED)).isEqualTo(one.shares().get(State.DELIGHTED));
    }

    @Property
    void expectedAndPerceivedThatTradePlacesTurnTheStatesRound(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 50) int n) {
        double[] e = random.ints(n, 1, 8).asDoubleStream().toArray();
        double[] p = random.ints(n, 1, 8).asDoubleStream().toArray();
        Disconfirmation one = Disconfirmation.of(e, p, new IndifferenceBand(1, 2), 0.95);
        Disconfirmation other = Disconfirmation.of(p, e, new IndifferenceBand(2, 1), 0.95);
        assertThat(other.shares().get(State.DISAPPOINTED))
                .isEqualTo(one.shares().get(State.DELIGHTED));
        assertThat(other.shares().get(State.MET)).isEqualTo(one.shares().get(State.MET));
    }

    @Property(tries = 100)
    void satisfactionInAnotherUnitHasSlopesInThatUnit(
            @ForAll Random random,
            @ForAll @DoubleRange(min = 0.1, max = 9) double unit,
            @ForAll @DoubleRange(min = -9, max = 9) double shift) {
        double[] d = random.doubles(25, -3, 3).toArray();
        double[] s = Arrays.stream(d).map(x -> 4 + x + random.nextGaussian()).toArray();
        Asymmetry one = Asymmetry.of(d, s);
        Asymmetry other =
                Asymmetry.of(d, Arrays.stream(s).map(x -> unit * x + shift).toArray());
        assertThat(other.negative().value()).isCloseTo(unit * one.negative().value(), within(1e-8));
        assertThat(other.positiveError().value())
                .isCloseTo(unit * one.positiveError().value(), within(1e-8));
        assertThat(other.intercept().value()).isCloseTo(unit * one.intercept().value() + shift, within(1e-8));
        assertThat(other.rSquared().value()).isCloseTo(one.rSquared().value(), within(1e-9));
    }
}
