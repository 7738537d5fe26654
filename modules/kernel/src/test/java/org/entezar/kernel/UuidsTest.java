package org.entezar.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {

    private static final Instant BIRTH = Instant.parse("2026-03-21T08:15:30.123Z");

    @Test
    void idsAreOfVersionSevenCarryTheirBirthAndDiffer() {
        Uuids ids = new Uuids(Clock.fixed(BIRTH, ZoneOffset.UTC));
        assertThat(Stream.generate(ids::next).limit(10_000))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> {
                    assertThat(id.version()).isEqualTo(7);
                    assertThat(id.variant()).isEqualTo(2);
                    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(BIRTH.toEpochMilli());
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1-1-1-1-1", "0199a000-0000-7000-8000-00000000000g", "0199a000-0000-7000-8000-0000000000011"
            })
    void onlyTheCanonicalFormIsRead(String text) {
        assertThatThrownBy(() -> Uuids.parse(text)).isInstanceOf(Problem.class);
    }

    @Test
    void theCanonicalFormIsRead() {
        UUID id = UUID.fromString("0199a000-0000-7000-8000-000000000001");
        assertThat(Uuids.parse(id.toString())).isEqualTo(id);
    }
}
