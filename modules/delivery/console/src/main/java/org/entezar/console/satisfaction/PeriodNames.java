package org.entezar.console.satisfaction;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Date;
import org.entezar.console.Reckoning;
import org.entezar.console.Text;
import org.entezar.insight.HistoryGrain;
import org.entezar.insight.SatisfactionHistory.Period;
import org.entezar.kernel.Language;

/** Names of months, quarters and years in a language and its calendar. */
final class PeriodNames {

    private static final Duration INTO = Duration.ofDays(10);

    private final Language language;
    private final HistoryGrain grain;
    private final DateFormat months;

    PeriodNames(Reckoning reckoning, HistoryGrain grain, ZoneId zone) {
        this.language = reckoning.language();
        this.grain = grain;
        this.months = DateFormat.getInstanceForSkeleton("yMMM", reckoning.locale());
        months.setTimeZone(TimeZone.getTimeZone(zone.getId()));
    }

    String of(Period period) {
        return switch (grain) {
            case MONTH -> months.format(Date.from(period.from().plus(INTO)));
            case QUARTER -> Text.filled(language, "satisfaction.quarter." + period.number(), period.year());
            case YEAR -> Text.filled(language, "satisfaction.year", period.year());
        };
    }
}
