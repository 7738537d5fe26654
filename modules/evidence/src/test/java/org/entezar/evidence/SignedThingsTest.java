package org.entezar.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is signed holds as it was signed, and no character of it can be changed. */
class SignedThingsTest {

    private static final Instant AT = Instant.parse("2026-03-21T08:00:00Z");

    private final SigningKey key = SigningKey.generate();

    private SignedCheckpoint checkpoint(SigningKey by) {
        return SignedCheckpoint.sign(
                new Checkpoint(
                        "0195-w",
                        12,
                        Hash.sha256(new byte[] {1}),
                        Hash.sha256(new byte[] {2}),
                        Hash.ZERO,
                        AT,
                        by.verifying().id()),
                by);
    }

    @Test
    void aCheckpointComesBackFromItsLine() {
        SignedCheckpoint signed = checkpoint(key);
        SignedCheckpoint read = SignedCheckpoint.parse(signed.line().getBytes(StandardCharsets.UTF_8));
        assertThat(read).isEqualTo(signed);
        assertThat(read.isSignedBy(key.verifying())).isTrue();
        assertThat(read.isSignedBy(SigningKey.generate().verifying())).isFalse();
    }

    @Test
    void noBitOfALineCanBeChanged() {
        byte[] line = checkpoint(key).line().getBytes(StandardCharsets.UTF_8);
        AtomicInteger tried = new AtomicInteger();
        for (int i = 0; i < line.length * 8; i++) {
            byte[] changed = line.clone();
            changed[i / 8] ^= (byte) (1 << (i % 8));
            tried.incrementAndGet();
            assertThat(holds(changed)).as("bit %d", i).isFalse();
        }
        assertThat(tried.get()).isGreaterThan(2_000);
    }

    private boolean holds(byte[] line) {
        try {
            return SignedCheckpoint.parse(line).isSignedBy(key.verifying());
        } catch (Malformed | IllegalArgumentException refused) {
            return false;
        }
    }

    @Test
    void keysHandCustodyOn() {
        SigningKey second = SigningKey.generate();
        SigningKey third = SigningKey.generate();
        KeyStatement one = KeyStatement.first(key, AT);
        KeyStatement two = KeyStatement.following(key, second, AT.plusSeconds(1));
        KeyStatement three = KeyStatement.following(second, third, AT.plusSeconds(2));
        assertThat(KeyStatement.isChain(List.of(one, two, three))).isTrue();
        assertThat(KeyStatement.parse(two.line().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(two);
        assertThat(KeyStatement.isChain(List.of(one, three))).isFalse();
        assertThat(KeyStatement.isChain(List.of(two, three))).isFalse();
        assertThat(KeyStatement.isChain(List.of())).isFalse();
    }

    @Test
    void aKeyThatNobodyHandedCustodyToIsNoPartOfTheChain() {
        SigningKey stranger = SigningKey.generate();
        KeyStatement forged = KeyStatement.following(stranger, stranger, AT);
        KeyStatement claimed = new KeyStatement(
                forged.key(), Optional.of(key.verifying().id()), AT, forged.signature(), forged.handover());
        assertThat(KeyStatement.isChain(List.of(KeyStatement.first(key, AT), claimed)))
                .isFalse();
    }

    @Test
    void aSigningKeyIsKeptAndShowsNothing() {
        SigningKey kept = SigningKey.load(key.store());
        assertThat(kept.verifying()).isEqualTo(key.verifying());
        assertThat(VerifyingKey.parse(key.verifying().pem())).isEqualTo(key.verifying());
        assertThat(key.toString()).doesNotContain(key.store().substring(0, 40));
        assertThatThrownBy(() -> SigningKey.load(key.store().lines().findFirst().orElseThrow() + "\n"
                        + SigningKey.generate()
                                .store()
                                .lines()
                                .skip(1)
                                .findFirst()
                                .orElseThrow()))
                .isInstanceOf(Malformed.class);
    }
}
