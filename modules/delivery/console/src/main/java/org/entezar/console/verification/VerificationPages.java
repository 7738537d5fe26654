package org.entezar.console.verification;

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

/** Where the page about verification is, what its forms send to and what can be taken from it. */
@ApplicationScoped
public class VerificationPages implements PageSource {

    static final String HERE = "history/verification";

    private static final Set<String> READS = Set.of("GET", "HEAD");

    /** A form's address asked for again, as after a change of language, leads back to the page. */
    private static final Set<String> FORM = Set.of("GET", "POST");

    @Inject
    VerificationActions deeds;

    @Inject
    VerificationFiles files;

    @Override
    public List<Page> pages() {
        return List.of(
                new Page(HERE, "/console/verification/verification.xhtml", Permission.HISTORY_READ, Area.HISTORY));
    }

    @Override
    public List<Doing> doings() {
        return List.of(new Doing("verification.title", "shield", HERE, Permission.HISTORY_READ));
    }

    @Override
    public List<Action> actions() {
        return List.of(
                form("checkpoint", deeds::sign),
                form("check", deeds::check),
                form("exports", deeds::export),
                read("jobs/{job}/events", deeds::events),
                read("exports/{job}/evidence.zip", files::archive),
                read("checkpoints/{size}/checkpoint.jsonl", files::checkpoint),
                read("checkpoints/{size}/consistency.json", files::consistency),
                read("keys/{key}/key.pem", files::key),
                read("response-proof.json", files::response),
                read("entezar-verify.jar", files::verifier));
    }

    private static Action form(String path, Action.Handler handler) {
        return new Action(HERE + "/" + path, FORM, Permission.HISTORY_READ, handler);
    }

    private static Action read(String path, Action.Handler handler) {
        return new Action(HERE + "/" + path, READS, Permission.HISTORY_READ, handler);
    }
}
