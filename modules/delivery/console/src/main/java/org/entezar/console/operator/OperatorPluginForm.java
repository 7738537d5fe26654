package org.entezar.console.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.console.Notices;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.template.IndustryPlugins;
import org.entezar.template.Pack;
import org.entezar.workspace.Approvals;
import org.entezar.workspace.Withdrawal;
import org.entezar.workspace.Withdrawal.Kind;
import org.jspecify.annotations.Nullable;

/** Which of the installed plugins and template packs workspaces may use. In views: {@code operatorPlugins}. */
@Named("operatorPlugins")
@RequestScoped
public class OperatorPluginForm {

    /** An installed plugin, in the reader's words, with the packs that it brings. */
    public record Line(String name, String description, Standing standing, List<PackLine> packs) {}

    /** A template pack, in the reader's words. */
    public record PackLine(String title, String description, String version, String publisher, Standing standing) {}

    /** Whether workspaces may use it. */
    public record Standing(Kind kind, String id, Optional<Withdrawal> withdrawal) {
        public boolean isApproved() {
            return withdrawal.isEmpty();
        }

        /** What tells its parts of the page apart from those of others. */
        public String key() {
            return kind == Kind.PLUGIN ? id : "pack-" + id;
        }
    }

    private interface Deed {
        void act();
    }

    @Inject
    Approvals approvals;

    @Inject
    IndustryPlugins plugins;

    @Inject
    Visitor visitor;

    @Inject
    Notices notices;

    @Inject
    Text text;

    @Inject
    HttpServletRequest request;

    private @Nullable List<Line> lines;

    /** All, in the order in which they were found. */
    public List<Line> getLines() {
        if (lines == null) {
            Map<String, Withdrawal> withdrawn = withdrawn(Kind.PLUGIN);
            Map<String, Withdrawal> withdrawnPacks = withdrawn(Kind.PACK);
            lines = plugins.manifests().stream()
                    .map(manifest -> new Line(
                            text.best(new LocalizedText(manifest.name())),
                            text.best(new LocalizedText(manifest.description())),
                            standing(Kind.PLUGIN, manifest.id(), withdrawn),
                            plugins.packs(Set.of(manifest.id())).stream()
                                    .map(pack -> line(pack, withdrawnPacks))
                                    .toList()))
                    .toList();
        }
        return lines;
    }

    private PackLine line(Pack pack, Map<String, Withdrawal> withdrawn) {
        return new PackLine(
                text.best(pack.title()),
                text.best(pack.description()),
                pack.version(),
                pack.publisher(),
                standing(Kind.PACK, pack.id(), withdrawn));
    }

    private static Standing standing(Kind kind, String id, Map<String, Withdrawal> withdrawn) {
        return new Standing(kind, id, Optional.ofNullable(withdrawn.get(id)));
    }

    private Map<String, Withdrawal> withdrawn(Kind kind) {
        return approvals.withdrawn(visitor.getCaller(), kind).stream()
                .collect(Collectors.toMap(Withdrawal::id, one -> one));
    }

    /** Those that could not be taken at the start. */
    public List<IndustryPlugins.Refusal> getRefusals() {
        return visitor.isOperator() ? plugins.refusals() : List.of();
    }

    public void withdraw(Kind kind, String id) throws IOException {
        String reason = Optional.ofNullable(request.getParameter("reason")).orElse("");
        act("Withdrawn", kind, id, () -> approvals.withdraw(visitor.getCaller(), kind, id, reason));
    }

    public void approve(Kind kind, String id) throws IOException {
        act("ApprovedNow", kind, id, () -> approvals.approve(visitor.getCaller(), kind, id));
    }

    private void act(String said, Kind kind, String id, Deed deed) throws IOException {
        try {
            deed.act();
            notices.done(text.of((kind == Kind.PLUGIN ? "operator.plugin" : "operator.pack") + said, id));
        } catch (Problem problem) {
            notices.failed(
                    problem.violations().isEmpty()
                            ? text.problem(problem)
                            : text.violation(problem.violations().get(0)));
        }
        FacesContext.getCurrentInstance().getExternalContext().redirect("/operator/plugins");
    }
}
