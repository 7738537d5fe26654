package org.entezar.platform.health;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Problem;
import org.entezar.platform.tenancy.Installation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the parts of the installation, each by its own probe. */
public final class Health {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final List<Probe> probes;

    /**
     * Looks at one part.
     *
     * @param part its name
     * @param look finds how it is; a failure is found as {@link Finding.State#DOWN}
     */
    public record Probe(String part, Supplier<Finding> look) {}

    public Health(List<Probe> probes) {
        this.probes = List.copyOf(probes);
    }

    /**
     * Looks at all parts now.
     *
     * @throws Problem {@link org.entezar.kernel.ErrorCode#FORBIDDEN} to anybody but an operator
     */
    public List<Finding> check(Caller operator) {
        Installation.operating(operator);
        return probes.stream().map(Health::look).toList();
    }

    private static Finding look(Probe probe) {
        try {
            return probe.look().get();
        } catch (RuntimeException away) {
            LOG.warn("The {} cannot be reached", probe.part(), away);
            return new Finding(probe.part(), Finding.State.DOWN, Map.of());
        }
    }
}
