package org.entezar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReleaseTest {
    @Test
    void numbersCountNotLetters() {
        assertThat(Release.of("0.10.0")).isGreaterThan(Release.of("0.9.9"));
        assertThat(Release.of("1.0.0")).isGreaterThan(Release.of("0.99.99"));
        assertThat(Release.of("1.2.3-SNAPSHOT")).isEqualTo(Release.of("1.2.3\n"));
    }

    @Test
    void whatIsNoReleaseNumberIsRefused() {
        assertThatThrownBy(() -> Release.of("latest")).isInstanceOf(IllegalArgumentException.class);
    }
}
