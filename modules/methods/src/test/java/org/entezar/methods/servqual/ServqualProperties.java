package org.entezar.methods.servqual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.answers.PairCounts;
import org.entezar.methods.answers.Scale;
import org.entezar.methods.servqual.ServqualDesign.Dimension;

class ServqualProperties {
    private static final Scale SEVEN = new Scale(1, 7);
    private static final double NEAR = 1e-9;

    private static double[][] answers(Random random, int n, int items) {
        double[][] rows = new double[n][items];
        for (double[] row : rows) {
            Arrays.setAll(row, j -> random.nextInt(8) == 0 ? Double.NaN : 1 + random.nextInt(7));
        }
        return rows;
    }

    private static double[][] points(Random random, int n) {
        double[][] rows = new double[n][];
        Arrays.setAll(rows, i -> random.doubles(5, 1, 40).toArray());
        return rows;
    }

    private static Servqual.Result evaluate(ServqualDesign design, double[][] e, double[][] p, double[][] points) {
        return Servqual.evaluate(
                new Servqual.Input(design, Optional.of(SEVEN), e, p, Optional.of(points), Optional.empty()));
    }

    @Property(tries = 100)
    void theOrderOfRespondentsDoesNotMatter(@ForAll Random random, @ForAll @IntRange(min = 2, max = 40) int n) {
        double[][] e = answers(random, n, 22);
        double[][] p = answers(random, n, 22);
        double[][] w = points(random, n);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        Servqual.Result one = evaluate(ServqualDesign.standard(), e, p, w);
        Servqual.Result other = evaluate(ServqualDesign.standard(), pick(e, order), pick(p, order), pick(w, order));
        same(other.gaps(), one.gaps());
        same(other.perceptions(), one.perceptions());
        assertThat(Double.compare(other.respondentGaps()[0], one.respondentGaps()[order.get(0)]))
                .isZero();
    }

    private static double[][] pick(double[][] rows, List<Integer> order) {
        return order.stream().map(i -> rows[i]).toArray(double[][]::new);
    }

    @Property(tries = 100)
    void relabellingItemsDoesNotMatter(@ForAll Random random, @ForAll @IntRange(min = 2, max = 30) int n) {
        double[][] e = answers(random, n, 22);
        double[][] p = answers(random, n, 22);
        double[][] w = points(random, n);
        List<Integer> places = new ArrayList<>();
        for (int j = 0; j < 22; j++) {
            places.add(j);
        }
        Collections.shuffle(places, random);
        double[][] movedE = new double[n][22];
        double[][] movedP = new double[n][22];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 22; j++) {
                movedE[i][places.get(j)] = e[i][j];
                movedP[i][places.get(j)] = p[i][j];
            }
        }
        List<Dimension> dimensions = ServqualDesign.standard().dimensions().stream()
                .map(d -> new Dimension(
                        d.name(), d.items().stream().map(places::get).toList()))
                .toList();
        Servqual.Result one = evaluate(ServqualDesign.standard(), e, p, w);
        Servqual.Result other = evaluate(ServqualDesign.of(22, dimensions), movedE, movedP, w);
        same(other.gaps(), one.gaps());
        same(other.perceptions(), one.perceptions());
        for (int j = 0; j < 22; j++) {
            assertThat(other.items().get(places.get(j)).n())
                    .isEqualTo(one.items().get(j).n());
        }
    }

    @Property(tries = 100)
    void weightsCountInProportion(@ForAll Random random, @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
        double[][] e = answers(random, 12, 22);
        double[][] p = answers(random, 12, 22);
        double[][] w = points(random, 12);
        double[][] scaled = Arrays.stream(w)
                .map(row -> Arrays.stream(row).map(x -> x * factor).toArray())
                .toArray(double[][]::new);
        same(
                evaluate(ServqualDesign.standard(), e, p, scaled).gaps(),
                evaluate(ServqualDesign.standard(), e, p, w).gaps());
    }

    @Property(tries = 100)
    void equalWeightsGiveTheUnweightedScore(@ForAll Random random) {
        double[][] equal = new double[15][5];
        for (double[] row : equal) {
            Arrays.fill(row, 20);
        }
        ServqualScores gaps = evaluate(
                        ServqualDesign.standard(), answers(random, 15, 22), answers(random, 15, 22), equal)
                .gaps();
        same(gaps.weighted().orElseThrow(), gaps.unweighted());
    }

    @Property(tries = 100)
    void aRespondentWithoutAnswersChangesNothing(@ForAll Random random, @ForAll @IntRange(min = 2, max = 30) int n) {
        double[][] e = answers(random, n, 22);
        double[][] p = answers(random, n, 22);
        double[][] w = points(random, n + 1);
        double[][] moreE = Arrays.copyOf(e, n + 1);
        double[][] moreP = Arrays.copyOf(p, n + 1);
        moreE[n] = new double[22];
        Arrays.fill(moreE[n], Double.NaN);
        moreP[n] = moreE[n];
        Servqual.Result one = evaluate(ServqualDesign.standard(), e, p, Arrays.copyOf(w, n));
        Servqual.Result other = evaluate(ServqualDesign.standard(), moreE, moreP, w);
        same(other.gaps(), one.gaps());
        assertThat(other.respondentGaps()[n]).isNaN();
    }

    @Property(tries = 100)
    void anItemWordedTheOtherWayRoundIsRecodedFirst(
            @ForAll Random random, @ForAll @IntRange(min = 0, max = 21) int item) {
        double[][] e = answers(random, 10, 22);
        double[][] p = answers(random, 10, 22);
        double[][] w = points(random, 10);
        Servqual.Result one = evaluate(ServqualDesign.standard(), e, p, w);
        for (int i = 0; i < 10; i++) {
            e[i][item] = 8 - e[i][item];
            p[i][item] = 8 - p[i][item];
        }
        ServqualDesign reversed =
                new ServqualDesign(22, ServqualDesign.standard().dimensions(), Set.of(item), 0.5, 0.95);
        Servqual.Result other = evaluate(reversed, e, p, w);
        same(other.gaps(), one.gaps());
        same(other.perceptions(), one.perceptions());
    }

    @Property(tries = 100)
    void perceptionsAndExpectationsThatTradePlacesTurnTheGapsRound(@ForAll Random random) {
        double[][] e = answers(random, 9, 22);
        double[][] p = answers(random, 9, 22);
        double[][] w = points(random, 9);
        ServqualScores one = evaluate(ServqualDesign.standard(), e, p, w).gaps();
        ServqualScores other = evaluate(ServqualDesign.standard(), p, e, w).gaps();
        assertThat(other.unweighted().n()).isEqualTo(one.unweighted().n());
        for (int d = 0; d < 5; d++) {
            assertThat(other.dimensions().get(d).mean().number().orElse(0))
                    .isCloseTo(-one.dimensions().get(d).mean().number().orElse(0), within(NEAR));
        }
    }

    @Property(tries = 100)
    void recodedTwiceIsAsBefore(@ForAll Random random) {
        PairCounts counts = new PairCounts(SEVEN);
        for (int i = 0; i < 50; i++) {
            counts.add(code(random), code(random));
        }
        PairCounts once = counts.reversed();
        for (int first = 1; first <= 7; first++) {
            for (int second = 1; second <= 7; second++) {
                assertThat(once.count(8 - first, 8 - second)).isEqualTo(counts.count(first, second));
                assertThat(once.reversed().count(first, second)).isEqualTo(counts.count(first, second));
            }
        }
        assertThat(once.incomplete()).isEqualTo(counts.incomplete());
        assertThat(once.difference(0.95).mean().number().orElse(0))
                .isCloseTo(-counts.difference(0.95).mean().number().orElse(0), within(NEAR));
    }

    private static byte code(Random random) {
        return random.nextInt(6) == 0 ? Scale.MISSING : (byte) (1 + random.nextInt(7));
    }

    @Property(tries = 100)
    void alphaAsksNeitherForTheOrderNorForTheUnit(
            @ForAll Random random,
            @ForAll @IntRange(min = 3, max = 7) int k,
            @ForAll @DoubleRange(min = 0.1, max = 9) double unit) {
        double[][] rows = new double[25][k];
        for (double[] row : rows) {
            double common = random.nextGaussian();
            Arrays.setAll(row, j -> common + random.nextGaussian());
        }
        double[][] turned = Arrays.stream(rows)
                .map(row -> {
                    double[] other = new double[k];
                    Arrays.setAll(other, j -> 3 + unit * row[k - 1 - j]);
                    return other;
                })
                .toArray(double[][]::new);
        Reliability one = Reliability.of(rows, 0.95);
        Reliability other = Reliability.of(turned, 0.95);
        assertThat(one.alpha().value())
                .isLessThanOrEqualTo(1)
                .isCloseTo(other.alpha().value(), within(1e-9));
        assertThat(one.standardisedAlpha().value())
                .isCloseTo(other.standardisedAlpha().value(), within(1e-9));
        assertThat(one.itemRest().get(0).value())
                .isCloseTo(other.itemRest().get(k - 1).value(), within(1e-9));
        assertThat(one.alphaBounds()
                        .interval()
                        .orElseThrow()
                        .contains(one.alpha().value()))
                .isTrue();
        assertThat(one.omega().isDefined()).isEqualTo(other.omega().isDefined());
        if (one.omega().isDefined()) {
            assertThat(one.omega().value()).isCloseTo(other.omega().value(), within(1e-5));
        }
    }

    @Property(tries = 50)
    void itemsThatAreTheSameAreWhollyReliable(@ForAll Random random, @ForAll @IntRange(min = 2, max = 6) int k) {
        double[][] rows = new double[10][k];
        for (double[] row : rows) {
            Arrays.fill(row, random.nextInt(1000));
        }
        assertThat(Reliability.of(rows, 0.95).alpha().value()).isCloseTo(1, within(1e-9));
    }

    @Property(tries = 50)
    void theReliabilityOfADifferenceDoesNotAskWhichComesFirst(@ForAll Random random) {
        double[][] e = answers(random, 40, 5);
        double[][] p = answers(random, 40, 5);
        DifferenceReliability one = DifferenceReliability.of(e, p);
        DifferenceReliability other = DifferenceReliability.of(p, e);
        assertThat(one.n()).isEqualTo(other.n());
        if (one.n() > 2) {
            assertThat(one.reliability().value()).isCloseTo(other.reliability().value(), within(1e-9));
            assertThat(one.alphaOfGaps().value()).isCloseTo(other.alphaOfGaps().value(), within(1e-9));
        }
    }

    private static void same(ServqualScores got, ServqualScores expected) {
        for (int d = 0; d < expected.dimensions().size(); d++) {
            same(got.dimensions().get(d), expected.dimensions().get(d));
        }
        same(got.unweighted(), expected.unweighted());
        same(got.weighted().orElseThrow(), expected.weighted().orElseThrow());
    }

    private static void same(MeanEstimate got, MeanEstimate expected) {
        assertThat(got.n()).isEqualTo(expected.n());
        assertThat(got.mean().number().orElse(99))
                .isCloseTo(expected.mean().number().orElse(99), within(NEAR));
        assertThat(got.sd().number().orElse(99))
                .isCloseTo(expected.sd().number().orElse(99), within(NEAR));
    }
}
