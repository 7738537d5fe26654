package org.entezar.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.junit.jupiter.api.Test;

class PublicCalculatorTest {

    private static final Map<String, Object> COUNTS = Map.of("promoters", 50, "passives", 30, "detractors", 20);

    private final PublicCalculator calculator = new PublicCalculator(Clock.systemUTC());

    private static ErrorCode code(Throwable thrown) {
        return ((Problem) thrown).code();
    }

    @Test
    void aFunctionIsEvaluated() {
        assertThat(calculator.evaluate("nps_from_counts", COUNTS, "a"))
                .containsEntry("n", 100L)
                .containsKey("nps");
    }

    @Test
    void filesOfTheServerAreOutOfReach() {
        assertThatThrownBy(() -> calculator.evaluate("bgnbd_fit", Map.of("data_file", "/etc/passwd"), "a"))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo(ErrorCode.INVALID));
    }

    @Test
    void aBadInputIsNamedWithItsPlace() {
        assertThatThrownBy(() -> calculator.evaluate("nps_from_scores", Map.of("scores", List.of(9, 10, 42)), "a"))
                .satisfies(thrown -> assertThat(
                                ((Problem) thrown).violations().get(0).pointer())
                        .isEqualTo("/scores/2"));
    }

    @Test
    void oneAddressCannotAskWithoutEnd() {
        for (int i = 0; i < 60; i++) {
            calculator.evaluate("nps_from_counts", COUNTS, "busy");
        }
        assertThatThrownBy(() -> calculator.evaluate("nps_from_counts", COUNTS, "busy"))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo(ErrorCode.TOO_MANY_REQUESTS));
        assertThat(calculator.evaluate("nps_from_counts", COUNTS, "quiet")).isNotEmpty();
    }

    @Test
    void whatTakesTooLongIsGivenUpAndTheNextIsAnswered() {
        PublicCalculator hasty = new PublicCalculator(Duration.ofMillis(300), Clock.systemUTC());
        Random random = new Random(1);
        List<List<Double>> rows = Stream.generate(() -> List.of(random.nextDouble(), random.nextDouble()))
                .limit(5000)
                .toList();
        Map<String, Object> endless = Map.of("X", rows, "k", 500, "restarts", 100_000);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> hasty.evaluate("kmeans_plus_plus", endless, "a"))
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.code()).isEqualTo(ErrorCode.INVALID);
                        assertThat(problem.violations().get(0).arguments()).contains("TOO_LARGE");
                    });
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        assertThat(hasty.evaluate("nps_from_counts", COUNTS, "a")).containsKey("nps");
    }

    @Test
    void anUnknownFunctionIsNotThere() {
        assertThatThrownBy(() -> calculator.evaluate("no_such", COUNTS, "a"))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
