package org.entezar.methods.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.entezar.methods.Interruption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever may take long gives up when its thread is interrupted. */
class InterruptionTest {

    @AfterEach
    void calm() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kmeans_lloyd",
                "kmeans_plus_plus",
                "kmeans_segments",
                "latent_classes",
                "ets_fit_ml",
                "rolling_origin",
                "bgnbd_fit",
                "gamma_gamma_fit",
                "sem_ml",
                "beta_binomial_fit",
                "serial_claimant_flags",
                "markov_exit",
                "erlang_a",
                "staffing_day",
                "min_servers_for_service_level",
                "boulding_fit_perceptions",
                "cronbach_alpha"
            })
    void aLongComputationIsGivenUp(String function) {
        Map<String, Object> inputs = PageExamplesTest.examples()
                .filter(example -> example.function().equals(function))
                .findFirst()
                .orElseThrow()
                .inputs();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Calculator.all().evaluate(function, inputs)).isInstanceOf(Interruption.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        Thread.interrupted();
        assertThat(Calculator.all().evaluate(function, inputs)).isNotEmpty();
    }
}
