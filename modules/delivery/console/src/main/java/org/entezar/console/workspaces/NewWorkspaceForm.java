package org.entezar.console.workspaces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.console.Notices;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.settings.SettingsFields;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.workspace.NewWorkspace;
import org.entezar.workspace.Workspaces;

/** The operator's form for a new workspace. In views: {@code newWorkspace}. */
@Named("newWorkspace")
@RequestScoped
public class NewWorkspaceForm {

    @Inject
    Workspaces workspaces;

    @Inject
    SettingsFields fields;

    @Inject
    Visitor visitor;

    @Inject
    Notices notices;

    @Inject
    Text text;

    private String alias = "";
    private String owner = "";

    /** Only operators see the form. */
    @PostConstruct
    void begin() {
        if (!visitor.isOperator()) {
            throw new Problem(ErrorCode.FORBIDDEN, "WORKSPACE_CREATE");
        }
        fields.begin(LocalizedText.EMPTY, List.of(visitor.getTag()), "UTC", Set.of());
    }

    /** Creates it and goes to the list; stays with the faults otherwise. */
    public void create() throws IOException {
        if (owner.isEmpty()) {
            fields.fault("owner", text.get("workspaces.ownerMissing"));
            return;
        }
        try {
            workspaces.create(
                    visitor.getCaller(),
                    new NewWorkspace(
                            alias,
                            fields.getName(),
                            fields.getLanguages(),
                            fields.getTimeZone(),
                            fields.getSwitchedOn(),
                            Optional.of(owner)));
            notices.done(text.of("workspaces.created", alias));
            FacesContext.getCurrentInstance().getExternalContext().redirect("/workspaces");
        } catch (Problem problem) {
            if (problem.code() == ErrorCode.ALREADY_EXISTS) {
                fields.fault("alias", text.problem(problem));
            } else {
                fields.refuse(problem);
                if (OwnerForm.isUnknown(problem)) {
                    fields.fault("owner", text.of("workspaces.ownerUnknown", owner));
                }
            }
        }
    }

    public SettingsFields getFields() {
        return fields;
    }

    public String getAlias() {
        return alias;
    }

    public void setAlias(String alias) {
        this.alias = alias.strip();
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner.strip();
    }
}
