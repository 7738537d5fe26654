package org.entezar.console.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.entezar.audit.History;
import org.entezar.audit.Proofs;
import org.entezar.console.Action;
import org.entezar.console.Area;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;

/** The pages about history, and what of it can be taken home as a file. */
@ApplicationScoped
public class HistoryPages implements PageSource {

    /** Where the responses are as evidence. */
    static final String RESPONSES = "history/responses";

    private static final Set<String> READS = Set.of("GET", "HEAD");

    @Inject
    @SuppressWarnings("NullAway.Init")
    History history;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Proofs proofs;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Override
    public List<Page> pages() {
        return List.of(
                page("history", "timeline"),
                page("history/entries/{sequence}", "entry"),
                new Page(RESPONSES, "/console/history/responses.xhtml", Permission.HISTORY_READ, Area.HISTORY));
    }

    private static Page page(String path, String view) {
        return new Page(path, "/console/history/" + view + ".xhtml", Permission.HISTORY_READ, Area.HISTORY);
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action("history/entries/{sequence}/entry.json", READS, Permission.HISTORY_READ, this::entry),
                new Action("history/entries/{sequence}/proof.json", READS, Permission.HISTORY_READ, this::proof));
    }

    /** The entry byte for byte as it is hashed. */
    private void entry(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long sequence = number(place, "sequence");
        String text = history.entry(visitor.getCaller(), place.getWorkspaceId(), sequence)
                .text();
        download(response, "entry-" + sequence + ".json", text);
    }

    /** The proof that the entry stands in the history that a checkpoint signs, with the keys to check it by. */
    private void proof(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long sequence = number(place, "sequence");
        String text = proofs.document(visitor.getCaller(), place.getWorkspaceId(), sequence)
                .text();
        download(response, "proof-" + sequence + ".json", text);
    }

    /** A number of the address; what is none names nothing. */
    static long number(Place place, String name) {
        String text = place.parameter(name);
        if (!text.matches("[1-9]\\d{0,17}")) {
            throw new Problem(ErrorCode.NOT_FOUND, text);
        }
        return Long.parseLong(text);
    }

    private static void download(HttpServletResponse response, String name, String text) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.getWriter().write(text);
    }
}
