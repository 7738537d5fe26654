package org.entezar.console.settings;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Format;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.template.Installation;
import org.entezar.template.Pack;
import org.entezar.template.TemplatePacks;
import org.entezar.workspace.Workspace;
import org.entezar.workspace.WorkspaceCalendar;
import org.entezar.workspace.WorkspaceSettings;
import org.entezar.workspace.Workspaces;

/** The form of a workspace's settings, and the packs that can be taken in. In views: {@code settingsForm}. */
@Named("settingsForm")
@RequestScoped
public class WorkspaceSettingsForm {

    @Inject
    Workspaces workspaces;

    @Inject
    TemplatePacks packs;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    SettingsFields fields;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Notices notices;

    @Inject
    Text text;

    @Inject
    Format format;

    @Inject
    HttpServletRequest request;

    private String minimumGroup = "";
    private String calendar = "";

    @PostConstruct
    void begin() {
        Workspace set = workspace.getSettings();
        fields.begin(set.name(), set.languages(), set.timeZone(), set.plugins());
        minimumGroup = format.typed(set.minimumGroup());
        calendar = Optional.ofNullable(request.getParameter("calendar")).orElse(set.calendar());
    }

    /** Saves and shows the page anew; stays with the faults otherwise. */
    public void save() throws IOException {
        try {
            workspaces.configure(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    new WorkspaceSettings(
                            Optional.of(fields.getName()),
                            Optional.of(fields.getLanguages()),
                            Optional.of(fields.getTimeZone()),
                            Optional.of(smallest()),
                            Optional.of(fields.getSwitchedOn()),
                            Optional.of(calendar)));
            notices.done(text.get("settings.saved"));
            again();
        } catch (Problem problem) {
            fields.refuse(problem);
        }
    }

    /** The packs that can be taken in. */
    public List<Pack> getPacks() {
        return packs.available(visitor.getCaller(), place.getWorkspaceId());
    }

    /** What was taken in, by the pack's id. */
    public Map<String, Installation> getInstalled() {
        return packs.installed(visitor.getCaller(), place.getWorkspaceId()).stream()
                .collect(Collectors.toMap(Installation::pack, Function.identity(), (first, later) -> later));
    }

    /** Takes a pack in and shows the page anew. */
    public void install(String pack) throws IOException {
        try {
            packs.install(visitor.getCaller(), place.getWorkspaceId(), pack);
            notices.done(text.get("settings.installed"));
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
        }
        again();
    }

    private void again() throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(place.getHere());
    }

    public SettingsFields getFields() {
        return fields;
    }

    /** Any script's digits. */
    private int smallest() {
        try {
            return Integer.parseInt(minimumGroup.strip());
        } catch (NumberFormatException noNumber) {
            throw new Problem(List.of(Violation.at(
                    "/minimumGroup",
                    ErrorCode.OUT_OF_RANGE,
                    WorkspaceSettings.SMALLEST_GROUP,
                    WorkspaceSettings.LARGEST_GROUP)));
        }
    }

    public String getMinimumGroup() {
        return minimumGroup;
    }

    public void setMinimumGroup(String minimumGroup) {
        this.minimumGroup = minimumGroup;
    }

    public String getCalendar() {
        return calendar;
    }

    public List<String> getCalendars() {
        return WorkspaceCalendar.keys();
    }
}
