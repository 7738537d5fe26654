package org.entezar.console.campaigns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.CampaignId;
import org.entezar.collection.CampaignSharing;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Problem;
import org.entezar.workspace.Members;
import org.jspecify.annotations.Nullable;

/** Which of those who see only what is shared with them see this campaign. In views: {@code sharedWith}. */
@Named("sharedWith")
@RequestScoped
public class SharedWith {

    /**
     * Somebody who sees only what is shared with them.
     *
     * @param subject their id
     * @param name for people
     * @param sees whether this campaign is
     */
    public record Person(String subject, String name, boolean sees) {}

    @Inject
    CampaignSharing sharing;

    @Inject
    Members members;

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

    private @Nullable List<Person> people;

    /** By name. */
    public List<Person> getPeople() {
        if (people == null) {
            Map<String, Set<CampaignId>> bound = sharing.all(visitor.getCaller(), place.getWorkspaceId());
            people = bound.isEmpty()
                    ? List.of()
                    : members.recent(visitor.getCaller(), place.getWorkspaceId()).stream()
                            .filter(member -> CampaignSharing.UNBOUND.stream().noneMatch(member.roles()::contains))
                            .flatMap(member -> Optional.ofNullable(bound.get(member.subject()))
                                    .map(shared -> new Person(
                                            member.subject(),
                                            member.displayName(),
                                            shared.contains(CampaignPages.campaign(place))))
                                    .stream())
                            .sorted(Comparator.comparing(person -> person.name().toLowerCase(Locale.ROOT)))
                            .toList();
        }
        return people;
    }

    /** Shares the campaign with whoever is ticked. */
    public void save() throws IOException {
        String[] ticked = request.getParameterValues("person");
        try {
            sharing.shareWith(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    CampaignPages.campaign(place),
                    ticked == null ? Set.of() : Set.copyOf(List.of(ticked)));
            notices.done(text.get("campaigns.sharedSaved"));
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
        }
        FacesContext.getCurrentInstance().getExternalContext().redirect(place.getHere());
    }
}
