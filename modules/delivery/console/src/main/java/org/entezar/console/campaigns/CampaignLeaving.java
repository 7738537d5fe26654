package org.entezar.console.campaigns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entezar.collection.Visits;
import org.entezar.collection.Visits.Progress;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Section;
import org.jspecify.annotations.Nullable;

/** Where people leave a campaign's pages without handing in. In views: {@code campaignLeaving}. */
@Named
@RequestScoped
public class CampaignLeaving {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visits visits;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CampaignView campaign;

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
    Format format;

    private @Nullable Progress progress;

    /**
     * A section and those who came no further.
     *
     * @param name of the section
     * @param left visits that ended there
     * @param reached visits that came there
     * @param share of those that came there
     */
    public record Step(String name, long left, long reached, double share) {}

    public Progress getProgress() {
        if (progress == null) {
            progress = visits.of(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    campaign.getCampaign().id());
        }
        return progress;
    }

    /** Whether enough people opened the pages to say something. */
    public boolean isTold() {
        return getProgress().began() >= Progress.FEWEST;
    }

    /** Share of those who opened the pages that handed in. */
    public double getFinished() {
        return (double) getProgress().handedIn() / Math.max(1, getProgress().began());
    }

    /** Every page in the order asked. */
    public List<Step> getSteps() {
        List<Step> steps = new ArrayList<>();
        long reached = getProgress().began();
        List<Section> pages = pages(campaign.getDocument());
        for (int i = 0; i < pages.size(); i++) {
            Section section = pages.get(i);
            long left = getProgress().standing().getOrDefault(section.key(), 0L);
            String title = text.best(section.title());
            steps.add(new Step(
                    title.isEmpty() ? text.of("campaigns.sectionNumber", i + 1) : title,
                    left,
                    reached,
                    reached == 0 ? 0 : (double) left / reached));
            reached -= left;
        }
        return steps;
    }

    private static List<Section> pages(Questionnaire asked) {
        return asked.onePage() ? asked.sections().subList(0, 1) : asked.sections();
    }

    /** Where most leave, in a sentence. */
    public String getFinding() {
        Optional<Step> most =
                getSteps().stream().filter(step -> step.left() > 0).max(Comparator.comparingLong(Step::left));
        if (most.isEmpty()) {
            return text.get("campaigns.nobodyLeft");
        }
        if (campaign.getDocument().onePage()) {
            return text.of(
                    "campaigns.leftOnePage", most.get().left(), getProgress().began());
        }
        return text.of(
                "campaigns.mostLeave",
                '\u2068' + most.get().name() + '\u2069',
                most.get().left(),
                most.get().reached());
    }
}
