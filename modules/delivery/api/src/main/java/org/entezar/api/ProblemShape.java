package org.entezar.api;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The shape of {@link ProblemDetails} in the contract.
 *
 * @param type stable name of the problem, as {@code urn:entezar:problem:forbidden}
 * @param status HTTP status
 * @param code stable code
 * @param title what happened and what to do, in the reader's language
 * @param errors faults of the input, each with its place
 */
@Schema(name = "Problem")
record ProblemShape(URI type, int status, String code, String title, Optional<List<Fault>> errors) {

    /**
     * One fault.
     *
     * @param pointer JSON pointer into the input, or the name of a parameter
     * @param code stable code
     * @param message in the reader's language
     */
    record Fault(String pointer, String code, String message) {}
}
