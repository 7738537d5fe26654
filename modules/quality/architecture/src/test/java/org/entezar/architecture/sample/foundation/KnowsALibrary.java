package org.entezar.architecture.sample.foundation;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Breaks the rules on purpose: a foundation that knows a library. */
public class KnowsALibrary {
    public Object mapper() {
        return new ObjectMapper();
    }
}
