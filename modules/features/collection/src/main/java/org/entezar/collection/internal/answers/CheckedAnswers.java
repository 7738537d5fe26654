package org.entezar.collection.internal.answers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.entezar.kernel.Violation;

/**
 * Answers after they were held to the rules.
 *
 * @param answers what is to be stored, in the order asked, without what is missing or hidden
 * @param codes the same coded, one byte a place of the codebook
 * @param dropped items whose answers were left out because a condition hides them
 * @param violations faults; when there is one, nothing of the rest is to be stored
 */
public record CheckedAnswers(
        ObjectNode answers,
        @SuppressWarnings("ArrayRecordComponent") byte[] codes,
        List<String> dropped,
        List<Violation> violations) {}
