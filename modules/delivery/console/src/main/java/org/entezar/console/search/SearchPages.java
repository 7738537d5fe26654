package org.entezar.console.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.entezar.console.Action;
import org.entezar.console.Area;
import org.entezar.console.Exchange;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.console.Place;
import org.entezar.kernel.Permission;

/** The search as a page, and as a document for the palette. Every member may search; each finds what they may see. */
@ApplicationScoped
public class SearchPages implements PageSource {

    @Inject
    Search search;

    @Override
    public List<Page> pages() {
        return List.of(new Page("search", "/console/search/search.xhtml", Permission.WORKSPACE_READ, Area.HOME));
    }

    @Override
    public List<Action> actions() {
        return List.of(new Action("search/palette", Set.of("GET", "HEAD"), Permission.WORKSPACE_READ, this::palette));
    }

    private void palette(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exchange.write(response, search.palette());
    }
}
