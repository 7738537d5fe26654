package org.entezar.console.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignState;
import org.entezar.collection.Import;
import org.entezar.collection.ImportState;
import org.entezar.collection.Imports;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.cases.CaseWords;
import org.entezar.kernel.LocalizedText;
import org.entezar.relationship.CaseFilter;
import org.entezar.relationship.CaseState;
import org.entezar.relationship.Cases;
import org.entezar.relationship.ServiceCase;
import org.entezar.workspace.MemberInvitation;
import org.entezar.workspace.MemberInvitations;
import org.jspecify.annotations.Nullable;

/**
 * What waits for somebody, and what is new, as far as the visitor's role reaches and can do something about it. In
 * views: {@code homeTasks}.
 */
@Named("homeTasks")
@RequestScoped
public class HomeTasks {

    private static final Duration SOON = Duration.ofDays(7);
    private static final int MOST = 6;
    private static final int MOST_CASES = 200;

    @Inject
    Home home;

    @Inject
    Imports imports;

    @Inject
    MemberInvitations invitations;

    @Inject
    Cases cases;

    @Inject
    CaseWords caseWords;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    @Inject
    Format format;

    @Inject
    Clock clock;

    private @Nullable List<HomeLine> tasks;
    private @Nullable List<HomeLine> news;
    private @Nullable List<Import> files;

    /** What to do today. */
    public List<HomeLine> getTasks() {
        if (tasks == null) {
            List<HomeLine> all = new ArrayList<>();
            if (visitor.may("CASE_WORK")) {
                worked(all);
            }
            if (visitor.may("QUESTIONNAIRE_PUBLISH")) {
                home.unpublished()
                        .forEach(each -> all.add(new HomeLine(
                                "publish",
                                text.of("home.task.publish", title(each.title(), each.key())),
                                null,
                                place.to("questionnaires", each.key()),
                                place.to("questionnaires"))));
            }
            if (visitor.may("CAMPAIGN_RUN")) {
                home.getCampaigns().forEach(campaign -> campaign(campaign, all));
            }
            imports().stream()
                    .filter(one -> one.state() == ImportState.READY || one.state() == ImportState.CHECKED)
                    .forEach(one -> all.add(new HomeLine(
                            "imports",
                            text.of("home.task.import", one.fileName()),
                            null,
                            place.to("imports", one.id()),
                            place.to("imports"))));
            if (visitor.may("MEMBER_EDIT")) {
                long lapsed = invitations.list(visitor.getCaller(), place.getWorkspaceId()).stream()
                        .filter(one -> one.state() == MemberInvitation.State.EXPIRED)
                        .count();
                if (lapsed > 0) {
                    all.add(new HomeLine(
                            "people",
                            text.of("home.task.lapsed", lapsed),
                            null,
                            place.to("people"),
                            place.to("people")));
                }
            }
            tasks = HomeLine.grouped(all).stream().limit(MOST).toList();
        }
        return tasks;
    }

    /** The newest that wait for work, beyond their day and for the visitor. */
    private void worked(List<HomeLine> all) {
        List<ServiceCase> waiting = cases.list(
                        visitor.getCaller(),
                        place.getWorkspaceId(),
                        new CaseFilter(CaseState.WORKED, false, Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        MOST_CASES)
                .cases();
        long overdue = waiting.stream().filter(caseWords::isOverdue).count();
        String self = visitor.getCaller().subject();
        long mine = waiting.stream()
                .filter(one ->
                        one.assignee().filter(who -> who.subject().equals(self)).isPresent())
                .count();
        String list = place.to("cases");
        if (overdue > 0) {
            all.add(new HomeLine("cases", text.of("home.task.overdue", overdue), null, list, list));
        }
        if (mine > 0) {
            String own = list + "?show=mine";
            all.add(new HomeLine("cases", text.of("home.task.cases", mine), null, own, own));
        }
    }

    private void campaign(Campaign campaign, List<HomeLine> all) {
        Instant now = clock.instant();
        String address = place.to("campaigns", campaign.id().value());
        String list = place.to("campaigns");
        if (campaign.state() == CampaignState.PAUSED) {
            all.add(new HomeLine("pause", text.of("home.task.paused", home.name(campaign)), null, address, list));
        } else if (campaign.state() == CampaignState.OPEN
                && campaign.closesAt()
                        .filter(end -> end.isBefore(now.plus(SOON)))
                        .isPresent()) {
            all.add(new HomeLine(
                    "clock",
                    text.of(
                            "home.task.ends",
                            home.name(campaign),
                            format.date(campaign.closesAt().get())),
                    null,
                    address,
                    list));
        } else if (campaign.state() == CampaignState.OPEN
                && campaign.responses() == 0
                && campaign.opensAt().orElse(campaign.createdAt()).isBefore(now.minus(Duration.ofDays(1)))) {
            all.add(new HomeLine(
                    "campaigns", text.of("home.task.unanswered", home.name(campaign)), null, address, list));
        }
    }

    /** What is new, the newest first; what happened again and again is told once. */
    public List<HomeLine> getNews() {
        if (news == null) {
            news = news();
        }
        return news;
    }

    private List<HomeLine> news() {
        List<HomeLine> all = new ArrayList<>();
        home.getCampaigns()
                .forEach(campaign -> all.add(new HomeLine(
                        "campaigns",
                        text.of("home.news.campaign", home.name(campaign)),
                        campaign.createdAt(),
                        place.to("campaigns", campaign.id().value()),
                        place.to("campaigns"))));
        home.questionnaires()
                .forEach(each -> all.add(new HomeLine(
                        "questionnaires",
                        text.of("home.news.questionnaire", title(each.title(), each.key())),
                        each.changedAt(),
                        place.to("questionnaires", each.key()),
                        place.to("questionnaires"))));
        imports().stream()
                .filter(one -> one.state() == ImportState.DONE)
                .forEach(one -> all.add(new HomeLine(
                        "imports",
                        text.of("home.news.import", one.fileName(), one.counts().accepted()),
                        one.createdAt(),
                        place.to("imports", one.id()),
                        place.to("imports"))));
        all.sort(Comparator.comparing(HomeLine::at, Comparator.nullsLast(Comparator.reverseOrder())));
        return HomeLine.grouped(all).stream().limit(MOST).toList();
    }

    private List<Import> imports() {
        if (files == null) {
            files = visitor.may("RESPONSE_IMPORT")
                    ? imports.list(visitor.getCaller(), place.getWorkspaceId())
                    : List.of();
        }
        return files;
    }

    private String title(LocalizedText title, String key) {
        String best = text.best(title);
        return best.isEmpty() ? key : best;
    }
}
