package org.entezar.methods.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ZoneProperties {
    private static double[] column(Random random, int n, int least) {
        return random.ints(n, 0, 8)
                .mapToDouble(x -> x == 7 ? Double.NaN : least + x)
                .toArray();
    }

    @Property(tries = 200)
    void sharesSumToOneAndNobodyIsLost(@ForAll Random random, @ForAll @IntRange(min = 0, max = 60) int n) {
        ZoneOfTolerance zone =
                ZoneOfTolerance.evaluate(column(random, n, 1), column(random, n, 3), column(random, n, 1), 0.95);
        assertThat(zone.counts().n()
                        + zone.counts().incomplete()
                        + zone.counts().inverted())
                .isEqualTo(n);
        if (zone.counts().n() > 0) {
            double sum =
                    zone.shares().stream().mapToDouble(s -> s.share().value()).sum();
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
    }

    @Property(tries = 200)
    void aShiftedOrStretchedScaleLeavesThePosition(
            @ForAll Random random,
            @ForAll @IntRange(min = 3, max = 40) int n,
            @ForAll @DoubleRange(min = -5, max = 5) double shift,
            @ForAll @DoubleRange(min = 0.1, max = 10) double stretch) {
        double[] m = column(random, n, 1);
        double[] d = Arrays.stream(m).map(x -> x + 1 + random.nextInt(3)).toArray();
        double[] p = column(random, n, 2);
        ZoneOfTolerance one = ZoneOfTolerance.evaluate(m, d, p, 0.95);
        ZoneOfTolerance other = ZoneOfTolerance.evaluate(
                move(m, shift, stretch), move(d, shift, stretch), move(p, shift, stretch), 0.95);
        assertThat(other.position().isDefined()).isEqualTo(one.position().isDefined());
        assertThat(other.position().number().orElse(9))
                .isCloseTo(one.position().number().orElse(9), within(1e-8));
        assertThat(other.positionError().number().orElse(9))
                .isCloseTo(one.positionError().number().orElse(9), within(1e-8));
        assertThat(other.adequacy().mean().number().orElse(0))
                .isCloseTo(stretch * one.adequacy().mean().number().orElse(0), within(1e-8));
    }

    private static double[] move(double[] column, double shift, double stretch) {
        return Arrays.stream(column).map(x -> stretch * x + shift).toArray();
    }

    @Property(tries = 200)
    void superiorityIsAdequacyMinusWidth(@ForAll Random random, @ForAll @IntRange(min = 1, max = 40) int n) {
        ZoneOfTolerance zone =
                ZoneOfTolerance.evaluate(column(random, n, 1), column(random, n, 3), column(random, n, 2), 0.95);
        if (zone.counts().n() > 0) {
            assertThat(zone.superiority().mean().value())
                    .isCloseTo(
                            zone.adequacy().mean().value() - zone.width().mean().value(), within(1e-12));
            assertThat(zone.width().mean().value()).isNotNegative();
        }
    }

    /** Perceiving p as d - (p - m) is seeing the zone in a mirror. */
    @Property(tries = 200)
    void theMirroredZoneTurnsAdequacyIntoSuperiority(
            @ForAll Random random, @ForAll @IntRange(min = 2, max = 40) int n) {
        double[] m = column(random, n, 1);
        double[] d = Arrays.stream(m).map(x -> x + 1 + random.nextInt(3)).toArray();
        double[] p = column(random, n, 2);
        double[] mirrored = new double[n];
        Arrays.setAll(mirrored, i -> d[i] + m[i] - p[i]);
        ZoneOfTolerance one = ZoneOfTolerance.evaluate(m, d, p, 0.95);
        ZoneOfTolerance other = ZoneOfTolerance.evaluate(m, d, mirrored, 0.95);
        assertThat(other.counts().below()).isEqualTo(one.counts().above());
        assertThat(other.adequacy().mean().number().orElse(0))
                .isCloseTo(-one.superiority().mean().number().orElse(0), within(1e-9));
        assertThat(other.position().number().orElse(0.5))
                .isCloseTo(1 - one.position().number().orElse(0.5), within(1e-9));
        assertThat(other.positionError().number().orElse(0))
                .isCloseTo(one.positionError().number().orElse(0), within(1e-9));
    }
}
