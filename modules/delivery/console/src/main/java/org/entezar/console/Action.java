package org.entezar.console;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.entezar.kernel.Permission;

/**
 * Something below a workspace's address that is not a view: a download, a picture, a document that a script reads or
 * saves. Requests that change something are let through only from the product's own pages.
 *
 * @param path below the workspace, parts in braces are parameters
 * @param methods HTTP methods that it answers
 * @param permission what one needs
 * @param handler answers
 */
public record Action(String path, Set<String> methods, Permission permission, Handler handler) {

    public Action {
        methods = Set.copyOf(methods);
    }

    /** Answers one request; a thrown {@link org.entezar.kernel.Problem} becomes an error page or, for scripts, JSON. */
    @FunctionalInterface
    public interface Handler {
        void serve(Place place, HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException;
    }
}
