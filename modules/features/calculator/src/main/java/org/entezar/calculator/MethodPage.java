package org.entezar.calculator;

import java.util.List;
import java.util.Optional;

/**
 * What is to be said about a group of functions, as docs/methods says it. Texts are a line of Markdown with
 * {@code code}, emphasis and links to other pages.
 *
 * @param name of the page, such as {@code servqual}
 * @param title of the page
 * @param tells what it tells, hence when to use it
 * @param avoid when not to use it
 * @param words the formula in words
 * @param own what is our own construction, where something is; in English
 * @param sources where it was published; titles stay as they are
 * @param functions the functions with their examples, in the order of the registry
 */
public record MethodPage(
        String name,
        String title,
        String tells,
        String avoid,
        String words,
        Optional<String> own,
        String sources,
        List<ExplainedFunction> functions) {}
