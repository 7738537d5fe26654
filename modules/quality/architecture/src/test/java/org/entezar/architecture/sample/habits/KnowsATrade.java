package org.entezar.architecture.sample.habits;

import org.entezar.architecture.sample.plugin.Bakery;

/** Breaks a rule on purpose: names a plugin's class. */
public class KnowsATrade {
    public String say() {
        return new Bakery().word();
    }
}
