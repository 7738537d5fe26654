package org.entezar.console.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.entezar.console.Action;
import org.entezar.console.Area;
import org.entezar.console.OpenPage;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.kernel.Permission;

/** Where a workspace decides about its data. */
@ApplicationScoped
public class DataPages implements PageSource {

    @Inject
    RetentionActions keeping;

    @Inject
    WholeActions whole;

    @Inject
    PersonActions persons;

    @Override
    public List<Page> pages() {
        return List.of(
                page(RetentionActions.HERE, "retention"),
                page(WholeActions.HERE, "data"),
                new Page(PersonActions.HERE, "/console/data/person.xhtml", Permission.PERSON_ERASE, Area.SETTINGS));
    }

    private static Page page(String path, String view) {
        return new Page(path, "/console/data/" + view + ".xhtml", Permission.DATA_GOVERN, Area.SETTINGS);
    }

    @Override
    public List<OpenPage> openPages() {
        return List.of(new OpenPage("deletion/{ticket}", "/console/data/deletion.xhtml"));
    }

    @Override
    public List<Action> actions() {
        return List.of(
                form("settings/retention/rules", keeping::set),
                form("settings/retention/run", keeping::run),
                form("settings/holds", keeping::hold),
                form("settings/holds/{hold}/release", keeping::release),
                new Action("settings/persons/found", Set.of("GET", "POST"), Permission.PERSON_ERASE, persons::found),
                new Action("settings/persons/file", Set.of("GET", "POST"), Permission.PERSON_ERASE, persons::file),
                form("settings/data/archives", whole::begin),
                new Action("settings/data/archives/{job}", Set.of("GET"), Permission.DATA_GOVERN, whole::download),
                new Action(
                        "settings/data/archives/{job}/evidence", Set.of("GET"), Permission.DATA_GOVERN, whole::origin),
                form("settings/data/bring", whole::bringIn),
                form("settings/data/delete", whole::delete),
                form("settings/data/cancel", whole::cancel));
    }

    private static Action form(String path, Action.Handler handler) {
        return new Action(path, Set.of("GET", "POST"), Permission.DATA_GOVERN, handler);
    }
}
