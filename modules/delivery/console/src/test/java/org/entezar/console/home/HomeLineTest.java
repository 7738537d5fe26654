package org.entezar.console.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HomeLineTest {

    private static HomeLine line(String label, int number) {
        return new HomeLine("imports", label, Instant.ofEpochSecond(1000 - number), "/imports/" + number, "/imports");
    }

    @Test
    void twentyTimesTheSameIsOneLineWithItsCountAtThePlaceOfTheNewest() {
        List<HomeLine> all = IntStream.range(0, 20)
                .mapToObj(number -> line("Twenty responses came in", number))
                .collect(Collectors.toList());
        all.add(5, line("Something else", 99));

        assertThat(HomeLine.grouped(all))
                .containsExactly(
                        new HomeLine(
                                "imports",
                                "Twenty responses came in",
                                Instant.ofEpochSecond(1000),
                                "/imports",
                                "/imports",
                                20),
                        line("Something else", 99));
    }

    @Test
    void whatIsSaidOnceLeadsToItsOwnPlace() {
        assertThat(HomeLine.grouped(List.of(line("One", 1), line("Two", 2))))
                .extracting(HomeLine::address)
                .containsExactly("/imports/1", "/imports/2");
    }
}
