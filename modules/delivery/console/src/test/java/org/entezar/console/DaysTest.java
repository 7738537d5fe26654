package org.entezar.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.entezar.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-21, 2026-03-21",
        "۱۴۰۵/۰۱/۰۱, 2026-03-21",
        "1405/1/1, 2026-03-21",
        "۱۴۰۳/۱۲/۳۰, 2025-03-20",
        " ١٤٠٥-٠١-٠١ , 2026-03-21"
    })
    void aDayIsUnderstoodInBothCalendars(String written, LocalDate day) {
        assertThat(Days.read(written)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1405", "2026-02-30", "۱۴۰۴/۱۲/۳۰", "1405/13/01", "tomorrow", "2026-03-21T00:00"})
    void whatIsNoDayIsNone(String written) {
        assertThat(Days.read(written)).isEmpty();
    }

    @Test
    void writtenAsItIsRead() {
        for (LocalDate day = LocalDate.of(2024, 3, 1); day.isBefore(LocalDate.of(2026, 4, 1)); day = day.plusDays(1)) {
            assertThat(Days.read(Days.write(day, Reckoning.of(Language.PERSIAN))))
                    .contains(day);
            assertThat(Days.read(Days.write(day, Reckoning.of(Language.CHINESE))))
                    .contains(day);
        }
        assertThat(Days.write(LocalDate.of(2026, 3, 21), Reckoning.of(Language.PERSIAN)))
                .isEqualTo("۱۴۰۵/۰۱/۰۱");
    }
}
