package org.entezar.survey;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser asked for, as far as the pages look at it.
 *
 * @param path below {@code /s/}, without the slash
 * @param query parameters of the address, the first of each name
 * @param acceptedLanguages the header {@code Accept-Language}
 * @param gzip whether the browser takes compressed answers
 * @param form the body of a form that was sent; empty when the page is only opened
 */
public record PageRequest(
        String path,
        Map<String, String> query,
        Optional<String> acceptedLanguages,
        boolean gzip,
        Optional<InputStream> form) {

    public PageRequest {
        query = Map.copyOf(query);
    }
}
