package org.entezar.survey;

import java.util.LinkedHashMap;
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

    /** The same answer with one more header. */
    public PageAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new PageAnswer(status, more, body);
    }
}
