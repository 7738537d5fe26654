package org.entezar.console.frame;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Serves {@link Assets} under their fingerprint, to be kept for good; under an older one, without that promise. */
public class AssetServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        int slash = path.indexOf('/', 1);
        Optional<Assets.Asset> found = slash < 0 ? Optional.empty() : assets.find(path.substring(slash + 1));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Assets.Asset asset = found.get();
        boolean current = path.substring(1, slash).equals(assets.fingerprint());
        response.setContentType(asset.type());
        response.setHeader("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader("Vary", "Accept-Encoding");
        if (path.endsWith("-worker.js")) {
            // A worker that answers for all pages when the server cannot.
            response.setHeader("Service-Worker-Allowed", "/");
        }
        String accepted = request.getHeader("Accept-Encoding");
        byte[] body = asset.plain();
        if (asset.compressed().isPresent() && accepted != null && accepted.contains("gzip")) {
            response.setHeader("Content-Encoding", "gzip");
            body = asset.compressed().get();
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
