package org.entezar.console.workspaces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.entezar.console.Notices;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.workspace.DirectoryEntry;
import org.entezar.workspace.Workspaces;

/** The operator's form that names the owner of a workspace that nobody belongs to. In views: {@code ownerForm}. */
@Named("ownerForm")
@RequestScoped
public class OwnerForm {

    @Inject
    Workspaces workspaces;

    @Inject
    Visitor visitor;

    @Inject
    Notices notices;

    @Inject
    Text text;

    private String alias = "";
    private String owner = "";
    private String error = "";

    /** The workspaces of the installation that the operator is no member of. */
    public List<String> getAliases() {
        return workspaces.directory(visitor.getCaller()).stream()
                .filter(entry -> !visitor.getCaller().memberships().containsKey(entry.id()))
                .map(DirectoryEntry::alias)
                .toList();
    }

    /** Names the owner and shows the list anew; stays with the fault otherwise. */
    public void name() throws IOException {
        try {
            workspaces.nameOwner(visitor.getCaller(), alias, owner);
            notices.done(text.of("workspaces.ownerNamed", owner, alias));
            FacesContext.getCurrentInstance().getExternalContext().redirect("/workspaces");
        } catch (Problem problem) {
            error = fault(problem);
        }
    }

    private String fault(Problem problem) {
        if (isUnknown(problem)) {
            return text.of("workspaces.ownerUnknown", owner);
        }
        return problem.violations().isEmpty()
                ? text.problem(problem)
                : text.violation(problem.violations().get(0));
    }

    /** Whether nobody is known by what was typed as the owner. */
    static boolean isUnknown(Problem problem) {
        return problem.violations().stream()
                .anyMatch(
                        violation -> violation.pointer().equals("/owner") && violation.code() == ErrorCode.UNKNOWN_KEY);
    }

    public String getAlias() {
        return alias;
    }

    public void setAlias(String alias) {
        this.alias = alias;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner.strip();
    }

    public String getError() {
        return error;
    }
}
