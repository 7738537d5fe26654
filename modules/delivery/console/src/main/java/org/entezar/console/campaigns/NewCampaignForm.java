package org.entezar.console.campaigns;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.collection.Campaign;
import org.entezar.collection.Campaigns;
import org.entezar.collection.Channel;
import org.entezar.collection.NewCampaign;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.QuestionnaireSummary;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.questionnaire.VersionSummary;

/**
 * The form that begins a campaign: of which published version, under which name, when and by which ways. The fields
 * that depend on data are plain HTML and read here, so that whatever was typed stands there again beside its fault. In
 * views: {@code newCampaign}.
 */
@Named("newCampaign")
@RequestScoped
public class NewCampaignForm {

    /** Ways in which people are reached; answers that come over the API or from a file need no campaign of their own. */
    private static final List<Channel> WAYS = List.of(Channel.values());

    private static final String SENT = "campaign-form";

    /** A published version to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    /** A way to choose. */
    public record Way(String key, boolean chosen) {}

    @Inject
    @SuppressWarnings("NullAway.Init")
    Campaigns campaigns;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Questionnaires questionnaires;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentWorkspace workspace;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CampaignTimes times;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Place place;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Notices notices;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Text text;

    private final List<Choice> versions = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<Channel> channels = new LinkedHashSet<>();
    private final Map<String, String> errors = new HashMap<>();

    @PostConstruct
    void begin() {
        boolean sent = request.getParameter(SENT) != null;
        String wanted = Optional.ofNullable(request.getParameter("version")).orElse("");
        for (QuestionnaireSummary one : questionnaires.list(visitor.getCaller(), place.getWorkspaceId())) {
            if (one.publishedVersion().isPresent()) {
                offer(one, wanted);
            }
        }
        workspace
                .getLanguages()
                .forEach(tag -> names.put(
                        tag,
                        Optional.ofNullable(request.getParameter("name-" + tag)).orElse("")));
        String[] chosen = request.getParameterValues("channel");
        if (sent) {
            WAYS.stream()
                    .filter(way -> chosen != null && Arrays.asList(chosen).contains(way.key()))
                    .forEach(channels::add);
        } else {
            channels.addAll(List.of(Channel.LINK, Channel.QR));
        }
        times.begin(Optional.empty(), Optional.empty());
    }

    private void offer(QuestionnaireSummary one, String wanted) {
        String title = text.best(one.title());
        for (VersionSummary version : questionnaires.versions(visitor.getCaller(), place.getWorkspaceId(), one.key())) {
            String value = one.key() + "@" + version.number();
            String label =
                    text.of("campaigns.questionnaireVersion", title.isEmpty() ? one.key() : title, version.number());
            versions.add(new Choice(value, label, value.equals(wanted)));
        }
    }

    /** Every published version of every questionnaire, the latest of each first. */
    public List<Choice> getVersions() {
        return versions;
    }

    public List<Way> getWays() {
        return WAYS.stream()
                .map(way -> new Way(way.key(), channels.contains(way)))
                .toList();
    }

    /** The name in one language, for its field. */
    public String name(String tag) {
        return names.getOrDefault(tag, "");
    }

    public CampaignTimes getTimes() {
        return times;
    }

    /** The fault of a field, of the whole for the empty name; empty when there is none. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** Makes it and goes to it; stays with the faults otherwise. */
    public void create() throws IOException {
        String[] version =
                Optional.ofNullable(request.getParameter("version")).orElse("").split("@", 2);
        if (versions.stream().noneMatch(Choice::chosen)) {
            errors.put("version", text.get("campaigns.chooseVersion"));
        }
        if (channels.isEmpty()) {
            errors.put("channels", text.get("campaigns.chooseChannel"));
        }
        LocalizedText name = new LocalizedText(names.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().strip())));
        if (name.isEmpty()) {
            errors.put("name", text.get("campaigns.nameMissing"));
        }
        var opensAt = times.opensAt();
        var closesAt = times.closesAt();
        if (!errors.isEmpty() || times.hasFaults()) {
            return;
        }
        try {
            Campaign made = campaigns.create(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    new NewCampaign(
                            version[0], Integer.parseInt(version[1]), name, channels, opensAt, closesAt, false));
            notices.done(text.get("campaigns.made"));
            FacesContext.getCurrentInstance().getExternalContext().redirect(place.to("campaigns", made.id()));
        } catch (Problem problem) {
            refuse(problem);
        }
    }

    private void refuse(Problem problem) {
        if (problem.violations().isEmpty()) {
            errors.put("", text.problem(problem));
        }
        for (Violation violation : problem.violations()) {
            if (!times.refuse(violation)) {
                String[] parts = violation.pointer().split("/", -1);
                errors.putIfAbsent(parts.length > 1 ? parts[1] : "", text.violation(violation));
            }
        }
    }
}
