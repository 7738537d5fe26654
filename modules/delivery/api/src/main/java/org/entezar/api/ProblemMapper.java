package org.entezar.api;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.Problem;
import org.entezar.platform.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever goes wrong under {@code /api} leaves as problem details. What is not the client's fault gets a number that
 * stands in the log beside the cause; the client sees the number only.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
    private static final int RETRY_SECONDS = 2;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpHeaders headers;

    @Override
    public Response toResponse(Throwable failure) {
        return response(problem(failure), language());
    }

    /** The answer to a request that failed with this problem. */
    static Response response(Problem problem, Language language) {
        Response.ResponseBuilder answer = Response.status(problem.code().status())
                .type(ProblemDetails.MEDIA_TYPE)
                .entity(ProblemDetails.of(problem, language));
        switch (problem.code()) {
            case UNAUTHENTICATED -> answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case OVERLOADED, DATABASE_UNAVAILABLE, IDENTITY_UNAVAILABLE ->
                answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            case TOO_MANY_REQUESTS, QUOTA_RESPONSES ->
                answer.header(HttpHeaders.RETRY_AFTER, problem.arguments().get(0));
            default -> {}
        }
        return answer.build();
    }

    private Language language() {
        String accepted = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        return accepted == null ? Language.ENGLISH : Language.accepted(accepted);
    }

    private static Problem problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        if (failure instanceof NotFoundException) {
            return new Problem(ErrorCode.NOT_FOUND);
        }
        if (failure instanceof NotAllowedException) {
            return new Problem(ErrorCode.METHOD_NOT_ALLOWED);
        }
        if (failure instanceof NotSupportedException) {
            return new Problem(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "application/json");
        }
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() == 406) {
            return new Problem(ErrorCode.NOT_ACCEPTABLE);
        }
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return new Problem(ErrorCode.MALFORMED_PARAMETER, "request", "");
        }
        if (failure instanceof IOException unreadable) {
            return Json.problem(unreadable);
        }
        String incident = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("Incident {}", incident, failure);
        return new Problem(ErrorCode.INTERNAL, incident);
    }
}
