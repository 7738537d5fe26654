package org.entezar.architecture.sample.plugin;

/** What a trade knows. */
public class Bakery {
    public String word() {
        return "loaf";
    }
}
