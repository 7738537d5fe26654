package org.entezar.console.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Violation;
import org.entezar.workspace.OwnRole;
import org.entezar.workspace.OwnRoleDraft;
import org.entezar.workspace.OwnRoles;
import org.jspecify.annotations.Nullable;

/** Makes, changes and deletes a role of the workspace's own. In views: {@code ownRoleForm}. */
@Named("ownRoleForm")
@RequestScoped
public class OwnRoleForm {

    private static final int LONGEST_STEM = 30;

    @Inject
    OwnRoles roles;

    @Inject
    OwnRoleList list;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Notices notices;

    @Inject
    Text text;

    @Inject
    HttpServletRequest request;

    private final Map<String, String> errors = new HashMap<>();
    private @Nullable OwnRole role;

    /** The role of the address. */
    public OwnRole getRole() {
        if (role == null) {
            role = roles.get(visitor.getCaller(), place.getWorkspaceId(), place.parameter("role"));
        }
        return role;
    }

    public List<PermissionGroup> getGroups() {
        return List.of(PermissionGroup.values());
    }

    private boolean isSent() {
        return request.getParameter("role-form") != null;
    }

    /** The name in one language, as typed or as it is. */
    public String name(String tag, boolean fresh) {
        if (isSent()) {
            return typed().in(tag).orElse("");
        }
        return fresh ? "" : getRole().name().in(tag).orElse("");
    }

    public boolean isTicked(Permission permission, boolean fresh) {
        if (isSent()) {
            return ticked().contains(permission);
        }
        return !fresh && getRole().permissions().contains(permission);
    }

    /** The state that the form was drawn from. */
    public String getState() {
        return isSent()
                ? Optional.ofNullable(request.getParameter("state")).orElse("")
                : getRole().state();
    }

    /** The fault of a field; the empty name is what belongs to none. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** Makes it and shows all. */
    public void create() throws IOException {
        Set<String> taken = list.getAll().stream().map(OwnRole::key).collect(Collectors.toSet());
        save(
                "people.ownMade",
                () -> roles.create(
                        visitor.getCaller(),
                        place.getWorkspaceId(),
                        new OwnRoleDraft(key(typed(), taken), typed(), ticked())));
    }

    /** Changes it and shows all. */
    public void change() throws IOException {
        OwnRole before = getRole();
        // What stands in a language that the form does not show is kept.
        Map<String, String> names = new HashMap<>(before.name().texts());
        request.getParameterMap().keySet().stream()
                .filter(parameter -> parameter.startsWith("name-"))
                .forEach(parameter -> names.remove(parameter.substring("name-".length())));
        names.putAll(typed().texts());
        save(
                "people.ownChanged",
                () -> roles.put(
                        visitor.getCaller(),
                        place.getWorkspaceId(),
                        new OwnRoleDraft(before.key(), new LocalizedText(names), ticked()),
                        getState()));
    }

    private interface Deed {
        OwnRole act();
    }

    private void save(String said, Deed deed) throws IOException {
        try {
            notices.done(text.of(said, text.best(deed.act().name())));
            go();
        } catch (Problem problem) {
            if (problem.violations().isEmpty()) {
                errors.put("", text.problem(problem));
            }
            for (Violation violation : problem.violations()) {
                String[] parts = violation.pointer().split("/", -1);
                String field = parts.length > 1 && !parts[1].equals("key") ? parts[1] : "";
                errors.putIfAbsent(
                        field,
                        field.equals("permissions") ? text.get("people.ownMayNothing") : text.violation(violation));
            }
        }
    }

    /** Deletes it; its holders have what their built-in roles give. */
    public void delete() throws IOException {
        try {
            String name = text.best(getRole().name());
            roles.delete(visitor.getCaller(), place.getWorkspaceId(), getRole().key(), getState());
            notices.done(text.of("people.ownDeleted", name));
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
        }
        go();
    }

    private void go() throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(place.to("people/roles"));
    }

    private LocalizedText typed() {
        Map<String, String> names = new HashMap<>();
        request.getParameterMap().forEach((parameter, values) -> {
            if (parameter.startsWith("name-")) {
                names.put(parameter.substring("name-".length()), values[0]);
            }
        });
        return new LocalizedText(names);
    }

    private Set<Permission> ticked() {
        String[] values = request.getParameterValues("permission");
        List<String> named = values == null ? List.of() : Arrays.asList(values);
        Set<Permission> ticked = EnumSet.noneOf(Permission.class);
        OwnRoles.GRANTABLE.stream()
                .filter(permission -> named.contains(permission.name()))
                .forEach(ticked::add);
        return ticked;
    }

    /** A key out of the Latin letters of its names that is not taken. */
    private static String key(LocalizedText name, Set<String> taken) {
        String letters = Normalizer.normalize(name.best("en", "en"), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        String stem = letters.isEmpty() ? "role" : letters.substring(0, Math.min(letters.length(), LONGEST_STEM));
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? stem : stem + "-" + number)
                .filter(key -> !taken.contains(key) && Role.of(key).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
