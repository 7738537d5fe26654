package org.entezar.console.frame;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page that is shown while the server cannot be reached. Browsers fetch it beforehand and keep it. */
public class OfflineServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ErrorPages errors;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        errors.offline(response);
    }
}
