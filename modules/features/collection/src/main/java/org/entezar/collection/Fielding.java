package org.entezar.collection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a campaign goes: how many answered when, in which languages, and how long it took them.
 *
 * @param responses how many count today
 * @param latest when the latest was submitted
 * @param days the last days in order, those without a response among them; days as the workspace's time zone has them
 * @param languages how many of the sample answered in each, by BCP 47 tag, the most first; empty where none is known
 * @param sampled how many of the latest responses languages and time were read from, at most {@value #SAMPLE}
 * @param median time to answer of the middle one of the {@code timed}; empty for fewer than {@value #FEWEST}
 * @param timed how many of the sample tell their time: those that came through our pages, whose id was made when the page
 *     was opened; what took under two seconds or over two hours says nothing about answering and is left out
 */
public record Fielding(
        long responses,
        Optional<Instant> latest,
        List<Day> days,
        Map<String, Integer> languages,
        int sampled,
        Optional<Duration> median,
        int timed) {

    /** Most responses of which language and time are read. */
    public static final int SAMPLE = 2_000;

    /** Fewer times than this give no median. */
    public static final int FEWEST = 5;

    public Fielding {
        days = List.copyOf(days);
    }

    /**
     * One day.
     *
     * @param date in the workspace's time zone
     * @param responses submitted on it
     */
    public record Day(LocalDate date, long responses) {}
}
