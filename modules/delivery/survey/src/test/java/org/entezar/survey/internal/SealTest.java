package org.entezar.survey.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final UUID RESPONSE = UUID.fromString("0199a000-0000-7000-8000-000000000001");
    private static final UUID CAMPAIGN = UUID.fromString("0199a000-0000-7000-8000-000000000002");

    private final Seal seal = new Seal(key(1));
    private final Visit visit = Visit.begin(RESPONSE, CAMPAIGN, Map.of("site", "room 12"))
            .at(2, List.of("why"), Map.of("nps", new IntNode(3), "name", new TextNode("مینا")));

    private static byte[] key(int fill) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) fill);
        return key;
    }

    @Test
    void whatWasSealedComesBack() {
        assertThat(seal.open(seal.close(visit))).contains(visit);
        assertThat(new Seal(key(1)).open(seal.close(visit))).contains(visit);
    }

    @Test
    void noByteOfItCanBeAltered() {
        String sealed = seal.close(visit);
        for (int place = 0; place < sealed.length() - 1; place++) {
            char other = sealed.charAt(place) == 'A' ? 'B' : 'A';
            String altered = sealed.substring(0, place) + other + sealed.substring(place + 1);
            assertThat(seal.open(altered)).as("altered at %d", place).isEmpty();
        }
    }

    @Test
    void whatWasSealedElsewhereOrNowhereIsNothing() {
        assertThat(new Seal(key(2)).open(seal.close(visit))).isEmpty();
        for (String text : new String[] {"", "A", "%%%", "AAAAAAAAAAAAAAAAAAAAAA", "A".repeat(2_000_000)}) {
            assertThat(seal.open(text)).isEmpty();
        }
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new Seal(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }
}
