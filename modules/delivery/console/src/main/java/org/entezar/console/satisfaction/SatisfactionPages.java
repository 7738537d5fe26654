package org.entezar.console.satisfaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.entezar.console.Action;
import org.entezar.console.Area;
import org.entezar.console.Doing;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.insight.InsightFiles;
import org.entezar.insight.SatisfactionTable;
import org.entezar.kernel.Permission;

/** Where satisfaction over time is, and its table as a file. */
@ApplicationScoped
public class SatisfactionPages implements PageSource {

    static final String HERE = "satisfaction";

    @Inject
    SatisfactionBar bar;

    @Inject
    Visitor visitor;

    @Override
    public List<Page> pages() {
        return List.of(
                new Page(HERE, "/console/satisfaction/satisfaction.xhtml", Permission.INSIGHT_READ, Area.INSIGHT));
    }

    @Override
    public List<Doing> doings() {
        return List.of(new Doing("satisfaction.title", "calendar", HERE, Permission.INSIGHT_READ));
    }

    @Override
    public List<Action> actions() {
        return List.of(new Action(HERE + "/table.csv", Set.of("GET", "HEAD"), Permission.INSIGHT_READ, this::table));
    }

    private void table(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"satisfaction-history.csv\"");
        InsightFiles.csv(SatisfactionTable.of(bar.history(), visitor.getTag()), response.getOutputStream());
    }
}
