package org.entezar.survey;

import java.util.Map;

/**
 * What goes back to the browser.
 *
 * @param status of HTTP
 * @param headers with the type of the body
 * @param body as it goes over the wire
 */
@SuppressWarnings("ArrayRecordComponent")
public record PageAnswer(int status, Map<String, String> headers, byte[] body) {

    public PageAnswer {
        headers = Map.copyOf(headers);
    }
}
