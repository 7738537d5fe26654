package org.entezar.methods.servqual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.answers.Scale;
import org.junit.jupiter.api.Test;

/** The accumulator over coded answers gives what the method gives on raw answers. */
class ServqualAccumulatorTest {
    private static final Scale SEVEN = new Scale(1, 7);
    private static final int RESPONDENTS = 400;
    private static final ServqualDesign DESIGN =
            new ServqualDesign(22, ServqualDesign.standard().dimensions(), Set.of(2, 10), 0.5, 0.95);

    private final Random random = new Random(20261123);
    private final double[][] expectation = new double[RESPONDENTS][];
    private final double[][] perception = new double[RESPONDENTS][];
    private final double[][] points = new double[RESPONDENTS][];
    private final byte[][] expectationCodes = new byte[RESPONDENTS][];
    private final byte[][] perceptionCodes = new byte[RESPONDENTS][];

    ServqualAccumulatorTest() {
        for (int i = 0; i < RESPONDENTS; i++) {
            expectationCodes[i] = codes();
            perceptionCodes[i] = codes();
            expectation[i] = numbers(expectationCodes[i]);
            perception[i] = numbers(perceptionCodes[i]);
            points[i] = random.doubles(5, 1, 50).toArray();
        }
    }

    private byte[] codes() {
        byte[] codes = new byte[22];
        for (int j = 0; j < 22; j++) {
            codes[j] = random.nextInt(4) == 0 ? Scale.MISSING : (byte) (1 + random.nextInt(7));
        }
        return codes;
    }

    private static double[] numbers(byte[] codes) {
        double[] numbers = new double[codes.length];
        Arrays.setAll(numbers, j -> codes[j] == Scale.MISSING ? Double.NaN : codes[j]);
        return numbers;
    }

    @Test
    void agreesWithTheRawAnswersAndCanBeMerged() {
        Servqual.Result raw = Servqual.evaluate(new Servqual.Input(
                DESIGN, Optional.of(SEVEN), expectation, perception, Optional.of(points), Optional.empty()));
        ServqualAccumulator first = new ServqualAccumulator(DESIGN, SEVEN, null);
        ServqualAccumulator second = new ServqualAccumulator(DESIGN, SEVEN, null);
        for (int i = 0; i < RESPONDENTS; i++) {
            (i % 3 == 0 ? first : second).add(expectationCodes[i], perceptionCodes[i], points[i]);
        }
        first.merge(second);
        for (int j = 0; j < 22; j++) {
            same(first.items().get(j).gap(), raw.items().get(j));
        }
        same(first.gaps(), raw.gaps());
        same(first.perceptions(), raw.perceptions());
        assertThat(raw.gaps().unweighted().n()).isBetween(1L, RESPONDENTS - 1L);
    }

    @Test
    void columnsAndGivenWeightsGiveTheSame() {
        double[] weights = {3, 2, 1, 0, 4};
        Servqual.Result raw = Servqual.evaluate(new Servqual.Input(
                DESIGN, Optional.of(SEVEN), expectation, perception, Optional.empty(), Optional.of(weights)));
        ServqualAccumulator accumulator = new ServqualAccumulator(DESIGN, SEVEN, weights);
        accumulator.addColumns(transposed(expectationCodes), transposed(perceptionCodes), 0, 150);
        accumulator.addColumns(transposed(expectationCodes), transposed(perceptionCodes), 150, RESPONDENTS);
        same(accumulator.gaps(), raw.gaps());
        same(accumulator.perceptions(), raw.perceptions());
    }

    @Test
    void anAnswerOffTheScaleIsRefusedWithItsItem() {
        ServqualAccumulator accumulator = new ServqualAccumulator(DESIGN, SEVEN, null);
        byte[] codes = new byte[22];
        Arrays.fill(codes, (byte) 4);
        byte[] wrong = codes.clone();
        wrong[7] = 9;
        assertThatThrownBy(() -> accumulator.add(codes, wrong))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.index()).isEqualTo(7));
    }

    private static byte[][] transposed(byte[][] rows) {
        byte[][] columns = new byte[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        return columns;
    }

    private static void same(ServqualScores got, ServqualScores expected) {
        List<MeanEstimate> dimensions = expected.dimensions();
        for (int d = 0; d < dimensions.size(); d++) {
            same(got.dimensions().get(d), dimensions.get(d));
        }
        same(got.unweighted(), expected.unweighted());
        same(got.weighted().orElseThrow(), expected.weighted().orElseThrow());
    }

    private static void same(MeanEstimate got, MeanEstimate expected) {
        assertThat(got.n()).isEqualTo(expected.n());
        assertThat(got.mean().value()).isCloseTo(expected.mean().value(), within(1e-12));
        assertThat(got.sd().value()).isCloseTo(expected.sd().value(), within(1e-12));
        assertThat(got.lower().value()).isCloseTo(expected.lower().value(), within(1e-12));
        assertThat(got.upper().value()).isCloseTo(expected.upper().value(), within(1e-12));
    }
}
