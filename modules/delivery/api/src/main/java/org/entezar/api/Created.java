package org.entezar.api;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.entezar.platform.json.Json;

/**
 * The answer to a request that created something, in a form that can be kept and given again.
 *
 * @param location path of what was created
 * @param etag its state, where it has one
 * @param body as JSON; empty where it is read anew for each answer
 */
public record Created(String location, Optional<String> etag, String body) {

    /** The place alone: for what holds somebody's own words, which are kept nowhere but sealed. */
    public static Created at(String location) {
        return new Created(location, Optional.empty(), "");
    }

    /** What was created, at its place. */
    public static Created at(String location, Object body) {
        return new Created(location, Optional.empty(), Json.write(body));
    }

    /** The same with the name of its state. */
    public static Created at(String location, Object body, String etag) {
        return new Created(location, Optional.of(etag), Json.write(body));
    }

    /** 201 with the place, the state and the body. */
    public Response response() {
        Response.ResponseBuilder answer = Response.created(URI.create(location))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body);
        etag.map(EntityTag::new).ifPresent(answer::tag);
        return answer.build();
    }
}
