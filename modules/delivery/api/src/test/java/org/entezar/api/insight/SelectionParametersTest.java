package org.entezar.api.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.entezar.insight.Selection;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.junit.jupiter.api.Test;

class SelectionParametersTest {

    private final SelectionParameters parameters = new SelectionParameters();

    @Test
    void nothingGivenSelectsEverything() {
        parameters.from = "";
        parameters.segment = " ";
        assertThat(parameters.selection()).isEqualTo(Selection.ALL);
    }

    @Test
    void timesCarryTheirOffset() {
        parameters.from = "2026-03-21T00:00:00+03:30";
        parameters.to = "2026-03-22T00:00:00 03:30";
        parameters.segment = "business";
        Selection selection = parameters.selection();
        assertThat(selection.from()).contains(Instant.parse("2026-03-20T20:30:00Z"));
        assertThat(selection.to()).contains(Instant.parse("2026-03-21T20:30:00Z"));
        assertThat(selection.segment()).contains("business");
    }

    @Test
    void whatIsNoTimeIsNamed() {
        parameters.asOf = "yesterday";
        assertThatThrownBy(parameters::selection).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.MALFORMED_PARAMETER);
            assertThat(problem.arguments()).isEqualTo(java.util.List.of("asOf", "yesterday"));
        });
    }

    @Test
    void aPeriodEndsAfterItBegins() {
        parameters.from = "2026-03-21T00:00:00Z";
        parameters.to = "2026-03-20T00:00:00Z";
        assertThatThrownBy(parameters::selection).isInstanceOf(Problem.class);
    }
}
