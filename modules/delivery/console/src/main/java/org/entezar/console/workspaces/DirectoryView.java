package org.entezar.console.workspaces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.entezar.console.Notices;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Problem;
import org.entezar.platform.tenancy.Installation;
import org.entezar.workspace.DirectoryDrift;
import org.entezar.workspace.DirectoryReport;
import org.jspecify.annotations.Nullable;

/** The latest look at the identity provider, for operators. In views: {@code directoryView}. */
@Named("directoryView")
@RequestScoped
public class DirectoryView {

    @Inject
    DirectoryDrift drift;

    @Inject
    Visitor visitor;

    @Inject
    Notices notices;

    @Inject
    Text text;

    private @Nullable DirectoryReport report;

    /** Only operators see it. */
    @PostConstruct
    void begin() {
        Installation.operating(visitor.getCaller());
        report = drift.latest(visitor.getCaller()).orElse(null);
    }

    /** What was found; null before the first look. */
    public @Nullable DirectoryReport getReport() {
        return report;
    }

    /** Looks now and shows the page anew. */
    public void look() throws IOException {
        try {
            DirectoryReport found = drift.look(visitor.getCaller());
            notices.done(text.of("workspaces.drift.looked", found.differences().size()));
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
        }
        FacesContext.getCurrentInstance().getExternalContext().redirect("/workspaces/directory");
    }
}
