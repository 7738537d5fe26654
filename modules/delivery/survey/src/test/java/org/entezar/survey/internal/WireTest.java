package org.entezar.survey.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 10_000, 300_000})
    void thePartsMakeOneValidStreamOfAnySize(int length) throws IOException {
        String page = "<p>" + "سلام 你好 hello ".repeat(length / 10) + "[MARK]" + "x".repeat(length) + "</p>";
        Wire wire = new Wire(page, "[MARK]");
        for (String field : new String[] {"", "abc", "A".repeat(65_535)}) {
            byte[] expected = page.replace("[MARK]", field).getBytes(StandardCharsets.UTF_8);
            assertThat(wire.plain(field)).isEqualTo(expected);
            assertThat(unpacked(wire.packed(field))).isEqualTo(expected);
        }
    }

    @Test
    void aFieldThatDoesNotFitABlockIsRefused() {
        Wire wire = new Wire("a[MARK]b", "[MARK]");
        assertThatThrownBy(() -> wire.packed("A".repeat(65_536))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void otherBytesArePackedAtOnce() throws IOException {
        byte[] bytes = "body { }".repeat(500).getBytes(StandardCharsets.UTF_8);
        assertThat(unpacked(Wire.gzip(bytes))).isEqualTo(bytes);
        assertThat(Wire.gzip(bytes).length).isLessThan(bytes.length / 10);
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return stream.readAllBytes();
        }
    }
}
