package org.entezar.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.entezar.insight.SideBySide.Level;
import org.entezar.insight.SideBySide.Side;
import org.entezar.kernel.LocalizedText;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    @Test
    void theIntervalIsThatOfThePublishedFormula() {
        Side first = new Side(OptionalDouble.of(1), OptionalDouble.of(0), OptionalDouble.of(3), OptionalLong.of(9));
        Side second = new Side(OptionalDouble.of(5), OptionalDouble.of(2), OptionalDouble.of(6), OptionalLong.of(9));
        SideBySide.Interval interval = new SideBySide.Figure(Level.ITEM, "x", LocalizedText.EMPTY, first, second)
                .interval()
                .orElseThrow();
        assertThat(interval.low()).isEqualTo(4 - Math.sqrt(9 + 4), within(1e-12));
        assertThat(interval.high()).isEqualTo(4 + Math.sqrt(1 + 1), within(1e-12));
        assertThat(interval.isBeyondDoubt()).isTrue();
    }

    @Test
    void aSideThatIsNotThereHasNoDifference() {
        Side first = new Side(OptionalDouble.of(1), OptionalDouble.of(0), OptionalDouble.of(3), OptionalLong.of(9));
        SideBySide.Figure figure = new SideBySide.Figure(Level.ITEM, "x", LocalizedText.EMPTY, first, Side.NONE);
        assertThat(figure.difference()).isEmpty();
        assertThat(figure.interval()).isEmpty();
    }
}
