package org.entezar.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.entezar.commitment.Commitment.Standing;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.platform.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitmentJsonTest {

    private static final String STANDARD = "{'name':{'en':'Check-in'},'category':'desk','measure':{'en':'Minutes'},"
            + "'direction':'AT_MOST','target':3.50,'validFrom':'2026-03-21'}";

    private static StandardTerms read(String json) {
        return Json.readInput(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), StandardTerms.class);
    }

    @Test
    void whatIsLeftOutHasItsDefaultAndTermsComeBackAsTheyWere() {
        StandardTerms terms = read(STANDARD);
        assertThat(terms.unit()).isEmpty();
        assertThat(terms.share()).isEqualTo(StandardTerms.EVERY_OCCASION);
        assertThat(terms.validUntil()).isEmpty();
        assertThat(Json.read(Json.write(terms), StandardTerms.class)).isEqualTo(terms);
        assertThat(Json.write(terms)).contains("\"target\":3.5,", "\"validFrom\":\"2026-03-21\"");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'direction':'AT_MOST'|/direction|REQUIRED",
                "'target':3.50|/target|REQUIRED",
                "'validFrom':'2026-03-21'|/validFrom|REQUIRED"
            },
            delimiter = '|')
    void whatMustBeThereIsMissedAtItsPlace(String field, String pointer, ErrorCode code) {
        Problem problem = catchThrowableOfType(Problem.class, () -> read(STANDARD.replace(field, "'unit':'min'")));
        assertThat(problem.violations())
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(org.assertj.core.api.Assertions.tuple(pointer, code));
    }

    @Test
    void oneNumberHasOneSpelling() {
        assertThat(read(STANDARD.replace("3.50", "3.5"))).isEqualTo(read(STANDARD));
        assertThat(read(STANDARD.replace("3.50", "100.0")).target()).isEqualTo(new BigDecimal("100"));
        assertThat(read(STANDARD.replace("3.50", "1e999999999")).target().scale())
                .isNegative();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-20, COMING", "2026-03-21, IN_FORCE", "2026-06-30, IN_FORCE", "2026-07-01, ENDED"})
    void whereOneStandsOnADay(LocalDate day, Standing standing) {
        String until = STANDARD.replace("'validFrom'", "'validUntil':'2026-06-30','validFrom'");
        assertThat(read(until).standing(day)).isEqualTo(standing);
    }
}
