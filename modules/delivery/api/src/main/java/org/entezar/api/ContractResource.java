package org.entezar.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The contract of this API for programs that make clients; it is held against the resources when they are tested. */
@Path("/openapi")
@ApplicationScoped
public class ContractResource {

    @Operation(summary = "This contract (OpenAPI 3.1).")
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] contract() throws IOException {
        try (InputStream contract = ContractResource.class.getResourceAsStream("openapi.json")) {
            return Objects.requireNonNull(contract).readAllBytes();
        }
    }
}
