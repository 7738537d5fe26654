package org.entezar.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.MeasureUnit;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.entezar.kernel.Language;
import org.entezar.kernel.WorkspaceId;
import org.junit.jupiter.api.Test;

/** A wrong day, digit or sign looks as right as a right one. */
class FormatTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private static Format format(Language language, String zone) {
        Format format = new Format();
        format.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        format.visitor = new Visitor() {
            @Override
            public Reckoning getReckoning() {
                return Reckoning.of(language);
            }

            @Override
            public Language getLanguage() {
                return language;
            }
        };
        format.place = new Place();
        if (!zone.isEmpty()) {
            format.place.enter(new WorkspaceId(UUID.randomUUID()), "demo", Area.HOME, "", Map.of());
        }
        format.workspace = new CurrentWorkspace() {
            @Override
            public ZoneId getZone() {
                return ZoneId.of(zone);
            }
        };
        return format;
    }

    @Test
    void aNumberInAFieldCanBeTypedOn() {
        assertThat(format(Language.PERSIAN, "").typed(12_345)).isEqualTo("۱۲۳۴۵");
        assertThat(Long.parseLong(format(Language.PERSIAN, "").typed(12_345))).isEqualTo(12_345);
        assertThat(format(Language.ENGLISH, "").typed(12_345)).isEqualTo("12345");
    }

    @Test
    void aMeasureIsToldInTheReadersWordsForItsUnit() {
        assertThat(format(Language.ENGLISH, "").measured(new BigDecimal("3.5"), 1, MeasureUnit.MINUTE))
                .isEqualTo("3.5 mins");
        assertThat(format(Language.PERSIAN, "").measured(48, 0, MeasureUnit.HOUR))
                .isEqualTo("۴۸ ساعت");
        assertThat(format(Language.CHINESE, "").measured(5, 0, MeasureUnit.DAY)).isEqualTo("5天");
    }

    @Test
    void daysAndTimesAreThoseOfTheWorkspaceInTheReadersCalendar() {
        Instant lateInTheEvening = Instant.parse("2026-03-20T21:00:00Z");
        assertThat(format(Language.PERSIAN, "Asia/Tehran").date(lateInTheEvening))
                .isEqualTo("۱ فروردین ۱۴۰۵");
        assertThat(format(Language.PERSIAN, "Asia/Tehran").dateTime(lateInTheEvening))
                .contains("۰:۳۰");
        assertThat(format(Language.ENGLISH, "Asia/Tehran").date(lateInTheEvening))
                .isEqualTo("21 Mar 2026");
        assertThat(format(Language.ENGLISH, "").date(lateInTheEvening)).isEqualTo("20 Mar 2026");
        assertThat(format(Language.CHINESE, "Asia/Shanghai").date(lateInTheEvening))
                .isEqualTo("2026年3月21日");
        assertThat(format(Language.ENGLISH, "America/New_York").day(LocalDate.of(2026, 3, 20)))
                .isEqualTo("20 Mar 2026");
    }

    @Test
    void numbersCarryTheirSignAndTheReadersDigits() {
        Format english = format(Language.ENGLISH, "UTC");
        assertThat(english.signed(0.4175, 2)).isEqualTo("+0.42");
        assertThat(english.signed(-0.4175, 2)).isEqualTo("-0.42");
        assertThat(english.signed(0, 2)).isEqualTo("0.00");
        assertThat(english.number(null)).isEqualTo("–");
        assertThat(english.number(1234567)).isEqualTo("1,234,567");
        assertThat(english.percent(0.314)).isEqualTo("31%");
        Format persian = format(Language.PERSIAN, "UTC");
        assertThat(persian.number(1234.5, 1)).isEqualTo("۱٬۲۳۴٫۵");
        assertThat(persian.interval(1.5, 2.5, 1)).isEqualTo("[۱٫۵، ۲٫۵]");
        assertThat(persian.signed(0.5, 1)).isEqualTo("\u200e+۰٫۵");
        assertThat(persian.signed(-0.5, 1)).isEqualTo("\u200e−۰٫۵");
        assertThat(persian.signedPercent(0.12)).isEqualTo("\u200e+۱۲٪");
        assertThat(english.signedPercent(-0.12)).isEqualTo("-12%");
    }

    @Test
    void howLongAgoIsToldInTheLargestUnitThatFits() {
        Format english = format(Language.ENGLISH, "UTC");
        assertThat(english.ago(NOW.minusSeconds(30))).isEqualTo("now");
        assertThat(english.ago(NOW.minusSeconds(90 * 60))).isEqualTo("1 hour ago");
        assertThat(english.ago(NOW.minusSeconds(3 * 86_400))).isEqualTo("3 days ago");
        assertThat(english.ago(NOW.minusSeconds(400L * 86_400))).isEqualTo("20 Oct 2025");
    }

    @Test
    void aLatinNameInAPersianSentenceIsIsolated() {
        assertThat(Text.filled(Language.PERSIAN, "home.news.campaign", "Guests"))
                .isEqualTo("گردآوری «\u2068Guests\u2069» ساخته شد");
        assertThat(Text.filled(Language.PERSIAN, "home.news.campaign", "مهمانان"))
                .isEqualTo("گردآوری «مهمانان» ساخته شد");
        assertThat(Text.filled(Language.ENGLISH, "home.news.campaign", "مهمانان"))
                .isEqualTo("Campaign “مهمانان” was made");
    }
}
