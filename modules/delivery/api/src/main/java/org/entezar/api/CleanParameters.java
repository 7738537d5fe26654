package org.entezar.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/** Refuses the character zero in addresses, which no database takes in a text. */
@Provider
public class CleanParameters implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        refuseZero(request.getUriInfo().getQueryParameters());
        refuseZero(request.getUriInfo().getPathParameters());
    }

    private static void refuseZero(MultivaluedMap<String, String> parameters) {
        parameters.forEach((name, values) -> {
            if (name.indexOf(0) >= 0 || values.stream().anyMatch(value -> value.indexOf(0) >= 0)) {
                throw new Problem(ErrorCode.MALFORMED_PARAMETER, name.replace("\0", ""), "U+0000");
            }
        });
    }
}
