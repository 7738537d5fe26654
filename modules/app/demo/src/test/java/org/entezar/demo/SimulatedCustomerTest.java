package org.entezar.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import org.entezar.spi.DemoScenario;
import org.junit.jupiter.api.Test;

class SimulatedCustomerTest {

    private static SimulatedCustomer customer(SplittableRandom random) {
        return new SimulatedCustomer("leisure", "en", Map.of("room", new DemoScenario.Level(5, 5, 6)), random);
    }

    @Test
    void willFollowsDeliveredServiceDownAndShouldNeverFalls() {
        SplittableRandom random = new SplittableRandom(7);
        SimulatedCustomer customer = customer(random);
        SimulatedCustomer.Encounter first = customer.meet("room", 2, random);
        SimulatedCustomer.Encounter last = first;
        for (int i = 0; i < 30; i++) {
            SimulatedCustomer.Encounter next = customer.meet("room", 2, random);
            assertThat(next.should()).isGreaterThanOrEqualTo(last.should());
            last = next;
        }
        assertThat(last.will()).isLessThan(first.will()).isBetween(0.8, 3.4);
    }

    @Test
    void bothRiseWithBetterService() {
        SplittableRandom random = new SplittableRandom(7);
        SimulatedCustomer customer = customer(random);
        SimulatedCustomer.Encounter first = customer.meet("room", 9, random);
        SimulatedCustomer.Encounter second = customer.meet("room", 9, random);
        assertThat(second.will()).isGreaterThan(first.will());
        assertThat(second.should()).isGreaterThan(first.should());
    }

    @Test
    void theSameSeedIsTheSameCustomer() {
        SplittableRandom one = new SplittableRandom(3);
        SplittableRandom other = new SplittableRandom(3);
        assertThat(customer(one).meet("room", 5, one)).isEqualTo(customer(other).meet("room", 5, other));
    }
}
