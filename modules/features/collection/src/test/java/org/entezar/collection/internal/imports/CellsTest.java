package org.entezar.collection.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.entezar.collection.ImportMapping.DateOrder;
import org.entezar.questionnaire.Facet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    @ParameterizedTest
    @CsvSource({"6, 6", "۶, 6", "٦, 6", "６, 6", "六, 6", "十, 10", "6.0, 6", "' 6 ', 6", "'\u200F6', 6", "-3, -3"})
    void wholeNumbersOfManyScripts(String cell, int number) {
        assertThat(CellText.integer(cell)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.5", "six", "6 7", "99999999999", "1e3", "0x6", "六七"})
    void whatIsNoWholeNumber(String cell) {
        assertThat(CellText.integer(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2.5|2.5", "۲٫۵|2.5", "2,5|2.5", "1,250|1250", "1٬250|1250", "-4|-4"})
    void decimalNumbers(String cell, String number) {
        assertThat(CellText.number(cell)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "NA", "n/a", "-", "—", "NULL", "#N/A"})
    void whatStandsForNoAnswer(String cell) {
        assertThat(CellText.isMissing(cell)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-21T08:00:00Z            | 2026-03-21T08:00:00Z",
                "2026-03-21 11:30                | 2026-03-21T08:00:00Z",
                "2026/3/21 11:30:00              | 2026-03-21T08:00:00Z",
                "21.3.2026 11:30                 | 2026-03-21T08:00:00Z",
                "۱۴۰۵/۰۱/۰۱ ۱۱:۳۰                | 2026-03-21T08:00:00Z",
                "2026年3月21日 11:30              | 2026-03-21T08:00:00Z",
                "2019/08/29 3:55:38 오후 GMT+9   | 2019-08-29T06:55:38Z",
                "2019/08/29 오전 12:05:00 GMT+9  | 2019-08-28T15:05:00Z",
                "2026-03-21                      | 2026-03-20T20:30:00Z",
            })
    void datesAsProgramsWriteThem(String cell, Instant time) {
        assertThat(new CellDates(DateOrder.DAY_FIRST, ZoneId.of("Asia/Tehran")).read(cell))
                .contains(time);
    }

    @Test
    void theOrderOfDayAndMonthIsASetting() {
        ZoneId utc = ZoneId.of("UTC");
        assertThat(new CellDates(DateOrder.DAY_FIRST, utc).read("3/4/2025"))
                .contains(Instant.parse("2025-04-03T00:00:00Z"));
        assertThat(new CellDates(DateOrder.MONTH_FIRST, utc).read("3/4/2025"))
                .contains(Instant.parse("2025-03-04T00:00:00Z"));
        assertThat(new CellDates(DateOrder.DAY_FIRST, utc).read("12/31/2025")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1404/12/31", "2026-02-30", "yesterday", "12:30", "1/2/3", "2026-03-21 25:00"})
    void whatIsNoDate(String cell) {
        assertThat(new CellDates(DateOrder.DAY_FIRST, ZoneId.of("UTC")).read(cell))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sq01_e, sq01, EXPECTED",
        "sq01_p, sq01, PERCEIVED",
        "Q1 (expected), q1, EXPECTED",
        "ipa-3-imp, ipa-3, IMPORTANCE",
        "ipa03_sat, ipa03, PERCEIVED",
        "z1.min, z1, MINIMUM",
        "سوال۱ انتظار, سوال1, EXPECTED",
        "问题1_感知, 问题1, PERCEIVED",
    })
    void aColumnsLastWordIsAFacet(String column, String base, Facet facet) {
        ColumnName name = ColumnName.of(column);
        assertThat(name.base()).isEqualTo(base);
        assertThat(name.among(List.of(Facet.values()))).contains(facet);
    }

    @Test
    void dIsWhatItsSiblingsMakeOfIt() {
        ColumnName name = ColumnName.of("x1_d");
        assertThat(name.among(List.of(Facet.FUNCTIONAL, Facet.DYSFUNCTIONAL))).contains(Facet.DYSFUNCTIONAL);
        assertThat(name.among(List.of(Facet.MINIMUM, Facet.DESIRED, Facet.PERCEIVED)))
                .contains(Facet.DESIRED);
        assertThat(ColumnName.of("overall_sat1").facets()).isEmpty();
    }
}
