package org.entezar.console.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.entezar.console.Action;
import org.entezar.console.Area;
import org.entezar.console.Doing;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.kernel.Permission;

/** Where the pages of imports are, and what their forms send to. */
@ApplicationScoped
public class ImportPages implements PageSource {

    private static final Set<String> READS = Set.of("GET");

    /** A form's address asked for again, as after a change of language, leads back to its page. */
    private static final Set<String> FORM = Set.of("GET", "POST");

    @Inject
    FileActions files;

    @Inject
    RunActions runs;

    @Override
    public List<Page> pages() {
        return List.of(
                page("imports", "list"),
                page("imports/new", "upload"),
                page("imports/jobs", "jobs"),
                page("imports/{import}", "report"),
                page("imports/{import}/questions", "questions"),
                page("imports/{import}/columns", "columns"),
                page("imports/{import}/rows", "rows"),
                page("imports/{import}/undo", "undo"));
    }

    @Override
    public List<Doing> doings() {
        return List.of(new Doing("imports.new", "upload", "imports/new", Permission.RESPONSE_IMPORT));
    }

    private static Page page(String path, String view) {
        return new Page(path, "/console/imports/" + view + ".xhtml", Permission.RESPONSE_IMPORT, Area.IMPORTS);
    }

    @Override
    public List<Action> actions() {
        return List.of(
                form("imports/new/file", files::upload),
                form("imports/{import}/reading", files::reread),
                form("imports/{import}/campaign", files::into),
                form("imports/{import}/mapping", files::map),
                form("imports/{import}/survey", files::found),
                form("imports/{import}/codebook", files::name),
                form("imports/{import}/dry-run", runs::check),
                form("imports/{import}/run", runs::run),
                form("imports/{import}/end", runs::end),
                new Action("imports/{import}/refused.csv", READS, Permission.RESPONSE_IMPORT, runs::refusals),
                new Action("imports/{import}/events", READS, Permission.RESPONSE_IMPORT, runs::events));
    }

    private static Action form(String path, Action.Handler handler) {
        return new Action(path, FORM, Permission.RESPONSE_IMPORT, handler);
    }
}
