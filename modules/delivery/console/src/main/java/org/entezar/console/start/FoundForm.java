package org.entezar.console.start;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.settings.SettingsFields;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.workspace.AliasState;
import org.entezar.workspace.FoundedWorkspace;
import org.entezar.workspace.Founding;
import org.entezar.workspace.NewAccount;
import org.entezar.workspace.NewWorkspace;
import org.entezar.workspace.Registration;

/**
 * The page behind the link of signing up: account and workspace in one form. What was typed stays when something is
 * refused, passwords left out. In views: {@code foundForm}.
 */
@Named("foundForm")
@RequestScoped
public class FoundForm {

    private static final List<String> PRODUCT_LANGUAGES = List.of("en", "fa", "zh-Hans");

    @Inject
    Founding founding;

    @Inject
    SettingsFields fields;

    @Inject
    CurrentCaller current;

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

    private String ticket = "";

    @SuppressWarnings("NullAway.Init")
    private Registration registration;

    private Optional<AliasState> aliasState = Optional.empty();
    private final Map<String, String> errors = new HashMap<>();

    @PostConstruct
    void begin() {
        ticket = place.parameter("ticket");
        registration = founding.look(ticket);
        fields.begin(LocalizedText.EMPTY, List.of(getLanguage()), getTimeZone(), Set.of());
    }

    /** Before the page is drawn: does what the form asks for. */
    public void answer() throws IOException {
        if (!request.getMethod().equals("POST")) {
            return;
        }
        if (request.getParameter("check") != null) {
            aliasState = Optional.of(founding.alias(ticket, getAlias()));
            return;
        }
        try {
            FoundedWorkspace founded = visitor.isSignedIn()
                    ? founding.found(visitor.getCaller(), ticket, workspace())
                    : founding.found(account(), ticket, workspace());
            goOn(founded);
        } catch (Problem problem) {
            refuse(problem);
        }
    }

    private void goOn(FoundedWorkspace founded) throws IOException {
        String there = "/w/" + founded.alias();
        if (founded.waiting()) {
            redirect("/sign-up?waiting=" + founded.alias());
        } else if (visitor.isSignedIn()) {
            current.renewed();
            notices.done(text.of("people.welcome", field("name")));
            redirect(there);
        } else {
            redirect("/sign-in?return=" + URLEncoder.encode(there, StandardCharsets.UTF_8));
        }
    }

    private NewAccount account() {
        return new NewAccount(field("given-name"), field("family-name"), raw("new-password"), visitor.getLanguage());
    }

    private NewWorkspace workspace() {
        LinkedHashSet<String> languages = new LinkedHashSet<>(List.of(getLanguage()));
        languages.addAll(values("language"));
        String name = field("name");
        LocalizedText names = name.isEmpty() ? LocalizedText.EMPTY : new LocalizedText(Map.of(getLanguage(), name));
        Set<String> plugins = getTrade().isEmpty() ? Set.of() : Set.of(getTrade());
        return new NewWorkspace(getAlias(), names, List.copyOf(languages), getTimeZone(), plugins, Optional.empty());
    }

    private void refuse(Problem problem) {
        if (problem.code() == ErrorCode.NOT_FOUND) {
            throw problem;
        }
        switch (problem.code()) {
            case ALREADY_EXISTS -> {
                if (problem.arguments().contains("account")) {
                    errors.put("", text.of("people.accountThere", getEmail()));
                } else {
                    errors.put("alias", text.get("start.alias.TAKEN"));
                }
            }
            case WEAK_PASSWORD -> errors.put("password", text.problem(problem));
            default -> {
                if (problem.violations().isEmpty()) {
                    errors.put("", text.problem(problem));
                }
            }
        }
        for (Violation violation : problem.violations()) {
            String[] parts = violation.pointer().split("/", -1);
            errors.putIfAbsent(parts.length > 1 ? parts[1] : "", text.violation(violation));
        }
    }

    private static void redirect(String address) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(address);
    }

    /** Where this page is, for its form. */
    public String getHere() {
        return "/sign-up/" + ticket;
    }

    /** The sign-in that comes back here. */
    public String getSignIn() {
        return "/sign-in?return=" + URLEncoder.encode(getHere(), StandardCharsets.UTF_8);
    }

    /** The address that the link went to. */
    public String getEmail() {
        return registration.email().value();
    }

    public String getAlias() {
        return field("alias");
    }

    /** What checking the alias told, by its name; empty before. */
    public String getAliasState() {
        return aliasState.map(AliasState::name).orElse("");
    }

    /** The default language of the workspace. */
    public String getLanguage() {
        String chosen = field("default-language");
        return chosen.isEmpty() ? visitor.getTag() : chosen;
    }

    /** The languages of the product, which its workspaces mostly speak. */
    public List<String> getLanguages() {
        return PRODUCT_LANGUAGES;
    }

    public boolean speaks(String tag) {
        return values("language").contains(tag);
    }

    public String getTimeZone() {
        String chosen = field("time-zone");
        return chosen.isEmpty() ? likelyTimeZone() : chosen;
    }

    private String likelyTimeZone() {
        return switch (visitor.getLanguage()) {
            case PERSIAN -> "Asia/Tehran";
            case CHINESE -> "Asia/Shanghai";
            case ENGLISH -> "UTC";
        };
    }

    public List<String> getTimeZones() {
        return fields.getTimeZones();
    }

    /** The trade that was chosen, by the id of its plugin; empty for another. */
    public String getTrade() {
        return field("trade");
    }

    /** The trades that this installation knows. */
    public List<SettingsFields.Choice> getTrades() {
        return fields.getPlugins();
    }

    /** What was typed into a field, passwords left out. */
    public String typed(String name) {
        return name.contains("password") ? "" : field(name);
    }

    private String field(String name) {
        return raw(name).strip();
    }

    private String raw(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private List<String> values(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : Arrays.asList(values);
    }

    /** The fault of a field; the empty name is the form's own. */
    public String error(String name) {
        return errors.getOrDefault(name, "");
    }

    /** Whether anything was refused. */
    public boolean isRefused() {
        return !errors.isEmpty();
    }
}
