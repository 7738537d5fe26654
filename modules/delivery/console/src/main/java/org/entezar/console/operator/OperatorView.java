package org.entezar.console.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entezar.audit.History;
import org.entezar.audit.HistoryFilter;
import org.entezar.collection.Usages;
import org.entezar.console.Format;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.history.Sentences;
import org.entezar.evidence.Entry;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.health.Finding;
import org.entezar.platform.health.Health;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.jobs.QueuedJob;
import org.entezar.platform.tenancy.Installation;
import org.entezar.workspace.BreakGlass;
import org.entezar.workspace.OperatorAccess;
import org.entezar.workspace.Standing;
import org.entezar.workspace.WorkspaceDirectory;
import org.jspecify.annotations.Nullable;

/** What operators are shown: states, counts and sizes. In views: {@code operator}. */
@Named("operator")
@RequestScoped
public class OperatorView {

    private static final int MOST_ACTS = 100;
    private static final int PAGE = 50;

    /** One measured value of a part, in words. */
    public record Fact(String name, String value) {}

    /** A workspace in the directory, its sizes in words. */
    public record Line(Standing standing, String campaigns, String responses, String megabytes) {}

    /** An act of an operator, in words; the alias of the workspace that it concerns, or nothing. */
    public record Act(Instant at, String told, String reason, String workspace) {}

    /** A request to look into a workspace. */
    public record Look(String workspace, OperatorAccess access, String state) {}

    @Inject
    WorkspaceDirectory directory;

    @Inject
    BreakGlass breakGlass;

    @Inject
    Jobs jobs;

    @Inject
    Health health;

    @Inject
    History history;

    @Inject
    Visitor visitor;

    @Inject
    Text text;

    @Inject
    Format format;

    @Inject
    Clock clock;

    @Inject
    Usages usages;

    @Inject
    HttpServletRequest request;

    private @Nullable List<Standing> page;

    public List<Finding> getHealth() {
        return health.check(visitor.getCaller());
    }

    public List<Fact> facts(Finding finding) {
        return finding.facts().entrySet().stream()
                .map(fact -> new Fact(text.get("operator.fact." + fact.getKey()), format.number(fact.getValue())))
                .toList();
    }

    /** What is searched for in aliases; empty for all. */
    public String getSearch() {
        return parameter("search").strip().toLowerCase(Locale.ROOT);
    }

    /** One page of the directory, with sizes. */
    public List<Line> getWorkspaces() {
        return page().stream()
                .limit(PAGE)
                .map(standing -> {
                    Usages.Sizes sizes = usages.sizes(visitor.getCaller(), standing.id());
                    return new Line(
                            standing,
                            format.number(sizes.campaigns()),
                            format.number(sizes.responsesThisMonth()),
                            format.number(sizes.megabytes()));
                })
                .toList();
    }

    /** Where the directory goes on; empty at its end. */
    public String getNext() {
        List<Standing> page = page();
        return page.size() <= PAGE
                ? ""
                : "/operator/workspaces?search=" + URLEncoder.encode(getSearch(), StandardCharsets.UTF_8) + "&after="
                        + page.get(PAGE - 1).alias();
    }

    private List<Standing> page() {
        if (page == null) {
            page = directory.some(visitor.getCaller(), getSearch(), parameter("after"), PAGE + 1);
        }
        return page;
    }

    private String parameter(String name) {
        String given = request.getParameter(name);
        return given == null ? "" : given;
    }

    public List<QueuedJob> getJobs() {
        Map<String, WorkspaceId> workspaces = new LinkedHashMap<>();
        directory.list(visitor.getCaller()).forEach(one -> workspaces.put(one.alias(), one.id()));
        return jobs.queue(visitor.getCaller(), workspaces);
    }

    public List<Look> getLooks() {
        Map<WorkspaceId, String> aliases = aliases();
        return breakGlass.all(visitor.getCaller()).stream()
                .map(access -> new Look(
                        aliases.getOrDefault(access.workspace(), ""),
                        access,
                        access.at(clock.instant()).name()))
                .toList();
    }

    public List<Act> getActs() {
        Sentences sentences = new Sentences(visitor.getLanguage(), Map.of());
        Map<String, String> aliases = new LinkedHashMap<>();
        aliases().forEach((id, alias) -> aliases.put(id.toString(), alias));
        return history
                .entries(
                        Installation.operating(visitor.getCaller()),
                        WorkspaceId.INSTALLATION,
                        HistoryFilter.ALL,
                        Optional.empty(),
                        MOST_ACTS)
                .entries()
                .stream()
                .map(entry -> new Act(
                        entry.entry().at(),
                        sentences.of(entry.entry()),
                        entry.entry().reason().orElse(""),
                        alias(entry.entry(), aliases)))
                .toList();
    }

    /** Of the state after or before the act: a request to look in names its workspace, the directory's entries are it. */
    private static String alias(Entry entry, Map<String, String> aliases) {
        return entry.after()
                .or(entry::before)
                .map(state -> Optional.ofNullable(
                                aliases.get(state.path("workspace").asText()))
                        .or(() ->
                                Optional.ofNullable(aliases.get(state.path("id").asText())))
                        .orElse(""))
                .orElse("");
    }

    private Map<WorkspaceId, String> aliases() {
        Map<WorkspaceId, String> aliases = new LinkedHashMap<>();
        directory.list(visitor.getCaller()).forEach(one -> aliases.put(one.id(), one.alias()));
        return aliases;
    }
}
