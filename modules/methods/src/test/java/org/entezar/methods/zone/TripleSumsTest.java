package org.entezar.methods.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.entezar.methods.Figure;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.entezar.methods.answers.Scale;
import org.junit.jupiter.api.Test;

/** Sums over coded triples give what the raw columns give. */
class TripleSumsTest {
    private static final Scale NINE = new Scale(1, 9);

    @Test
    void agreesWithTheRawColumnsAndCanBeMerged() {
        Random random = new Random(9);
        int n = 500;
        byte[][] codes = new byte[3][n];
        double[][] raw = new double[3][n];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < n; i++) {
                boolean missing = random.nextInt(12) == 0;
                codes[c][i] = missing ? Scale.MISSING : (byte) (1 + 2 * (c % 2) + random.nextInt(7));
                raw[c][i] = missing ? Double.NaN : codes[c][i];
            }
        }
        TripleSums first = new TripleSums(NINE);
        TripleSums second = new TripleSums(NINE);
        for (int i = 0; i < n; i++) {
            (i < 200 ? first : second).add(codes[0][i], codes[1][i], codes[2][i]);
        }
        first.merge(second);
        ZoneOfTolerance got = first.evaluate(0.95);
        ZoneOfTolerance expected = ZoneOfTolerance.evaluate(raw[0], raw[1], raw[2], 0.95);
        assertThat(got.counts()).isEqualTo(expected.counts());
        assertThat(got.warnings()).isEqualTo(expected.warnings()).contains(Warning.QUESTION_MISUNDERSTOOD);
        assertThat(got.meanState()).isEqualTo(expected.meanState());
        assertThat(got.adequacyJudgement()).isEqualTo(expected.adequacyJudgement());
        assertThat(got.superiorityJudgement()).isEqualTo(expected.superiorityJudgement());
        close(got.position(), expected.position());
        close(got.positionError(), expected.positionError());
        close(got.positionBounds().lower(), expected.positionBounds().lower());
        close(got.width().sd(), expected.width().sd());
        close(got.adequacy().upper(), expected.adequacy().upper());
        close(got.superiority().lower(), expected.superiority().lower());
    }

    @Test
    void aZoneWithoutWidthHasNoPosition() {
        TripleSums sums = new TripleSums(NINE);
        sums.add((byte) 6, (byte) 6, (byte) 7);
        sums.add((byte) 5, (byte) 5, (byte) 4);
        ZoneOfTolerance zone = sums.evaluate(0.95);
        assertThat(zone.position()).isEqualTo(Figure.undefined(Reason.ZERO_WIDTH));
        assertThat(zone.positionError()).isEqualTo(Figure.undefined(Reason.ZERO_WIDTH));
        assertThat(zone.adequacy().mean().value()).isZero();
    }

    private static void close(Figure got, Figure expected) {
        assertThat(got.value()).isCloseTo(expected.value(), within(1e-12));
    }
}
