package org.entezar.console.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.entezar.console.Reckoning;
import org.entezar.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A campaign that opens an hour or a day off is noticed by its respondents first. */
class EnteredMomentTest {

    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "۱۴۰۵/۰۹/۰۳, ۱۴:۳۰, 2026-11-24T11:00:00Z",
        "1405/9/3, 14:30, 2026-11-24T11:00:00Z",
        "2026-11-24, 14:30, 2026-11-24T11:00:00Z",
        "2026-11-24, 14:30:00, 2026-11-24T11:00:00Z",
        "2026-11-24, '', 2026-11-23T20:30:00Z",
    })
    void dayAndTimeAreThoseOfTheWorkspace(String day, String time, Instant moment) {
        assertThat(new EnteredMoment(day, time).in(TEHRAN, LocalTime.MIDNIGHT)).contains(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30, 10:00",
        "1405/13/01, 10:00",
        "2026-11-24, 24:00",
        "2026-11-24, noon",
        "soon, ''",
        "'', 10:00"
    })
    void whatIsNoMomentIsNone(String day, String time) {
        assertThat(new EnteredMoment(day, time).in(TEHRAN, LocalTime.MIDNIGHT)).isEmpty();
    }

    @Test
    void aTimeThatTheClocksSkipIsTheOneAnHourLater() {
        assertThat(new EnteredMoment("2026-03-29", "02:30").in(BERLIN, LocalTime.MIDNIGHT))
                .contains(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void whatIsShownReadsBackAsTheSameMoment() {
        Instant moment = Instant.parse("2027-03-20T20:29:00Z");
        for (Language language : Language.values()) {
            EnteredMoment shown = EnteredMoment.of(Optional.of(moment), Reckoning.of(language), TEHRAN);
            assertThat(shown.in(TEHRAN, LocalTime.NOON))
                    .as("%s %s", language, shown)
                    .contains(moment);
        }
        assertThat(EnteredMoment.of(Optional.of(moment), Reckoning.of(Language.PERSIAN), TEHRAN))
                .isEqualTo(new EnteredMoment("۱۴۰۵/۱۲/۲۹", "۲۳:۵۹"));
        assertThat(EnteredMoment.of(Optional.empty(), Reckoning.of(Language.PERSIAN), TEHRAN)
                        .isEmpty())
                .isTrue();
    }
}
