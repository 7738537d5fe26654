package org.entezar.api.methods;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.calculator.PublicCalculator;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.methods.calculator.Calculator;
import org.entezar.methods.calculator.MethodFunction;
import org.entezar.platform.json.Json;
import org.jspecify.annotations.Nullable;

/** The published methods for anybody, without an account; bounded in size and rate. */
@Path("/methods")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MethodResource {

    /**
     * One function of the calculator.
     *
     * @param name what to put into the address
     * @param summary one line on what it tells
     * @param definition formula and conventions in brief
     */
    public record Description(String name, String summary, String definition) {
        static Description of(MethodFunction function) {
            return new Description(function.name(), function.summary(), function.definition());
        }
    }

    @Inject
    @SuppressWarnings("NullAway.Init")
    PublicCalculator calculator;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    @Operation(summary = "All functions, by name.")
    @GET
    public List<Description> list() {
        return Calculator.all().functions().stream().map(Description::of).toList();
    }

    @Operation(summary = "What one function computes.")
    @GET
    @Path("{function}")
    public Description describe(@PathParam("function") String function) {
        return Calculator.all()
                .function(function)
                .map(Description::of)
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }

    @Operation(
            summary = "Computes; the body holds the function's inputs by name, the answer its outputs.",
            description = "Nothing is kept.")
    @POST
    @Path("{function}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, @Nullable Object> evaluate(@PathParam("function") String function, InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(PublicCalculator.MAXIMUM_BYTES + 1);
        if (bytes.length > PublicCalculator.MAXIMUM_BYTES) {
            throw new Problem(ErrorCode.TOO_LARGE, PublicCalculator.MAXIMUM_BYTES);
        }
        Map<String, Object> inputs = Json.readInput(
                bytes, Json.mapper().getTypeFactory().constructMapType(Map.class, String.class, Object.class));
        return calculator.evaluate(function, inputs, request.getRemoteAddr());
    }
}
