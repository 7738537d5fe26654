package org.entezar.collection;

import java.util.List;
import java.util.Optional;

/**
 * One page of responses in the order of submission.
 *
 * @param responses at most as many as asked for
 * @param next what to ask for the page after this one; empty at the end
 */
public record ResponsePage(List<StoredResponse> responses, Optional<String> next) {

    public ResponsePage {
        responses = List.copyOf(responses);
    }
}
