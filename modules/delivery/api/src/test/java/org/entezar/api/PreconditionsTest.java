package org.entezar.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {

    @Test
    void namesTheStateWithoutItsQuotes() {
        assertThat(Preconditions.required("\"3f2a\"")).isEqualTo("3f2a");
        assertThat(Preconditions.required(" * ")).isEqualTo("*");
        assertThat(Preconditions.optional(null)).isEqualTo("*");
    }

    @Test
    void isAskedForWhereItMatters() {
        assertThatThrownBy(() -> Preconditions.required(null))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                        .isEqualTo(ErrorCode.PRECONDITION_REQUIRED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3f2a", "W/\"3f2a\"", "\"a\", \"b\"", "\"a\"b\"", "\""})
    void whatNamesNoSingleStateMatchesNone(String header) {
        assertThatThrownBy(() -> Preconditions.optional(header))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.STALE));
    }
}
