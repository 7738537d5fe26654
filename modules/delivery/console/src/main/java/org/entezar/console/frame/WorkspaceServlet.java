package org.entezar.console.frame;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Stands at the addresses of workspaces, so that forms with files are read there at all: a container does that only
 * where a servlet says so. Every request is answered by {@link ConsoleDoor} before it comes here.
 */
public class WorkspaceServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
