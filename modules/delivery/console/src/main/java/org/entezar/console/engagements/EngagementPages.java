package org.entezar.console.engagements;

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

/** Where the pages of engagements are, and what their forms send to. */
@ApplicationScoped
public class EngagementPages implements PageSource {

    static final String HERE = "history/engagements";

    /** A form's address asked for again, as after a change of language, leads back to its page. */
    private static final Set<String> FORM = Set.of("GET", "POST");

    @Inject
    EngagementActions deeds;

    @Override
    public List<Page> pages() {
        return List.of(page(HERE, "list"), page(HERE + "/{engagement}", "engagement"));
    }

    @Override
    public List<Doing> doings() {
        return List.of(new Doing("engagements.title", "people", HERE, Permission.HISTORY_READ));
    }

    private static Page page(String path, String view) {
        return new Page(path, "/console/engagements/" + view + ".xhtml", Permission.HISTORY_READ, Area.HISTORY);
    }

    @Override
    public List<Action> actions() {
        return List.of(
                form(HERE + "/new/invitation", deeds::invite),
                form(HERE + "/{engagement}/end", deeds::end),
                form(HERE + "/{engagement}/remarks", deeds::remark),
                form(HERE + "/{engagement}/answers", deeds::answer),
                form(HERE + "/{engagement}/judgements", deeds::judge));
    }

    private static Action form(String path, Action.Handler handler) {
        return new Action(path, FORM, Permission.HISTORY_READ, handler);
    }
}
