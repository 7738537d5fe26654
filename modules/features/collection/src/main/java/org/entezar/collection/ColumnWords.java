package org.entezar.collection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one column of a codebook says about the columns of a file of answers.
 *
 * @param title its name in the codebook, such as {@code wording}
 * @param texts column of the file of answers to what the codebook says of it
 */
public record ColumnWords(String title, Map<String, String> texts) {

    public ColumnWords {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }
}
