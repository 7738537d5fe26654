package org.entezar.console.campaigns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignChange;
import org.entezar.collection.CampaignId;
import org.entezar.collection.CampaignState;
import org.entezar.collection.Campaigns;
import org.entezar.collection.PublicAddress;
import org.entezar.console.Format;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Problem;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Questionnaires;
import org.jspecify.annotations.Nullable;

/** The campaign of the address and what can be decided about it. In views: {@code campaignView}. */
@Named("campaignView")
@RequestScoped
public class CampaignView {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Campaigns campaigns;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PublicAddress address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Place place;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Text text;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Notices notices;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CampaignSteps steps;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Questionnaires questionnaires;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CampaignTimes times;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Format format;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Clock clock;

    private @Nullable Campaign campaign;
    private @Nullable Questionnaire document;

    public Campaign getCampaign() {
        if (campaign == null) {
            campaign = campaigns.get(visitor.getCaller(), place.getWorkspaceId(), id());
            times.begin(campaign.opensAt(), campaign.closesAt());
        }
        return campaign;
    }

    private CampaignId id() {
        return CampaignPages.campaign(place);
    }

    /** What it asks. */
    public Questionnaire getDocument() {
        if (document == null) {
            document = questionnaires
                    .version(
                            visitor.getCaller(),
                            place.getWorkspaceId(),
                            getCampaign().questionnaire(),
                            getCampaign().version())
                    .document();
        }
        return document;
    }

    /** The questionnaire's title in the visitor's language, else its key. */
    public String getQuestionnaireTitle() {
        String title = text.best(getDocument().title());
        return title.isEmpty() ? getCampaign().questionnaire() : title;
    }

    /** The ways in which it reaches people, in words. */
    public String getChannels() {
        return getCampaign().channels().stream()
                .sorted()
                .map(channel -> text.get("campaigns.channel." + channel.key()))
                .collect(Collectors.joining(text.get("frame.listSeparator")));
    }

    public String getPublicUrl() {
        return address.of(getCampaign());
    }

    public boolean isPausable() {
        return getCampaign().state() == CampaignState.OPEN || getCampaign().state() == CampaignState.SCHEDULED;
    }

    public boolean isResumable() {
        return getCampaign().state() == CampaignState.PAUSED;
    }

    public boolean isClosable() {
        return getCampaign().state() != CampaignState.CLOSED;
    }

    /** Whether the opening can still be moved. */
    public boolean isOpeningMovable() {
        return getCampaign().state() == CampaignState.SCHEDULED;
    }

    /** Whether its end can be moved: not when a person closed it before its time. */
    public boolean isExtendable() {
        return isClosable()
                || getCampaign()
                        .closesAt()
                        .filter(end -> !end.isAfter(clock.instant()))
                        .isPresent();
    }

    public CampaignTimes getTimes() {
        getCampaign();
        return times;
    }

    /** Moves opening and closing; stays with the faults otherwise. */
    public void move() throws IOException {
        getCampaign();
        Optional<Instant> opensAt = isOpeningMovable() ? times.opensAt() : Optional.empty();
        Optional<Instant> closesAt = times.closesAt();
        if (times.hasFaults()) {
            return;
        }
        try {
            Campaign moved = campaigns.change(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    id(),
                    new CampaignChange(Optional.empty(), opensAt, closesAt, Optional.empty()));
            if (moved.state() == CampaignState.CLOSED) {
                notices.warn(text.get("campaigns.staysClosed"));
            } else {
                notices.done(moved.closesAt()
                        .map(end -> text.of("campaigns.extended", format.dateTime(end)))
                        .orElseGet(() -> text.get("frame.saved")));
            }
            again();
        } catch (Problem problem) {
            if (problem.violations().stream().noneMatch(times::refuse)) {
                notices.failed(text.problem(problem));
                again();
            }
        }
    }

    public void pause() throws IOException {
        decide(CampaignChange.Step.PAUSE);
    }

    public void resume() throws IOException {
        decide(CampaignChange.Step.RESUME);
    }

    public void close() throws IOException {
        decide(CampaignChange.Step.CLOSE);
    }

    private void decide(CampaignChange.Step step) throws IOException {
        steps.take(id(), step);
        again();
    }

    private void again() throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(place.to("campaigns", id()));
    }
}
