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
import java.util.stream.Collectors;
import org.entezar.console.Notices;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.template.IndustryPlugins;
import org.entezar.workspace.PluginApprovals;
import org.entezar.workspace.WithdrawnPlugin;
import org.jspecify.annotations.Nullable;

/** Which of the installed plugins workspaces may use. In views: {@code operatorPlugins}. */
@Named("operatorPlugins")
@RequestScoped
public class OperatorPluginForm {

    /** An installed plugin, in the reader's words. */
    public record Line(String id, String name, String description, Optional<WithdrawnPlugin> withdrawal) {
        public boolean isApproved() {
            return withdrawal.isEmpty();
        }
    }

    private interface Deed {
        void act();
    }

    @Inject
    PluginApprovals approvals;

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
            Map<String, WithdrawnPlugin> withdrawn = approvals.withdrawn(visitor.getCaller()).stream()
                    .collect(Collectors.toMap(WithdrawnPlugin::plugin, one -> one));
            lines = plugins.manifests().stream()
                    .map(manifest -> new Line(
                            manifest.id(),
                            text.best(new LocalizedText(manifest.name())),
                            text.best(new LocalizedText(manifest.description())),
                            Optional.ofNullable(withdrawn.get(manifest.id()))))
                    .toList();
        }
        return lines;
    }

    /** Those that could not be taken at the start. */
    public List<IndustryPlugins.Refusal> getRefusals() {
        return visitor.isOperator() ? plugins.refusals() : List.of();
    }

    public void withdraw(String plugin) throws IOException {
        String reason = Optional.ofNullable(request.getParameter("reason")).orElse("");
        act("operator.pluginWithdrawn", plugin, () -> approvals.withdraw(visitor.getCaller(), plugin, reason));
    }

    public void approve(String plugin) throws IOException {
        act("operator.pluginApprovedNow", plugin, () -> approvals.approve(visitor.getCaller(), plugin));
    }

    private void act(String said, String plugin, Deed deed) throws IOException {
        try {
            deed.act();
            notices.done(text.of(said, plugin));
        } catch (Problem problem) {
            notices.failed(
                    problem.violations().isEmpty()
                            ? text.problem(problem)
                            : text.violation(problem.violations().get(0)));
        }
        FacesContext.getCurrentInstance().getExternalContext().redirect("/operator/plugins");
    }
}
