package org.entezar.calculator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One function of a page.
 *
 * @param name as in addresses
 * @param summary one line on what it tells, in the language of the page
 * @param definition inputs and formulas in brief, in English
 * @param example inputs of the worked example in docs/methods, in their order
 */
public record ExplainedFunction(
        String name, String summary, String definition, Map<String, @Nullable Object> example) {}
