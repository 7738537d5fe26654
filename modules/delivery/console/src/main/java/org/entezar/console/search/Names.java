package org.entezar.console.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entezar.collection.Campaigns;
import org.entezar.commitment.Promises;
import org.entezar.commitment.Standards;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.SearchWords;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.workspace.Members;

/**
 * Finds what people have named in a workspace, in whatever language they named it. Every list comes from its facade,
 * which checks the permission again; what the visitor may not see is not asked for.
 */
@RequestScoped
class Names {

    @Inject
    Categories categories;

    @Inject
    Standards standards;

    @Inject
    Promises promises;

    @Inject
    Questionnaires questionnaires;

    @Inject
    Campaigns campaigns;

    @Inject
    Members members;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    List<Hit> categories(SearchWords words, int most) {
        return named(
                "QUESTIONNAIRE_READ",
                words,
                most,
                () -> categories
                        .tree(visitor.getCaller(), place.getWorkspaceId())
                        .all(),
                category -> category.name(),
                category -> hit("categories", category.name(), "", place.to("categories")));
    }

    List<Hit> standards(SearchWords words, int most) {
        return named(
                "COMMITMENT_READ",
                words,
                most,
                () -> standards.list(visitor.getCaller(), place.getWorkspaceId()).stream(),
                standard -> standard.terms().name(),
                standard -> hit(
                        "commitments", standard.terms().name(), "", place.to("standards") + "#at-" + standard.id()));
    }

    List<Hit> promises(SearchWords words, int most) {
        return named(
                "COMMITMENT_READ",
                words,
                most,
                () -> promises.list(visitor.getCaller(), place.getWorkspaceId()).stream(),
                promise -> promise.terms().text(),
                promise ->
                        hit("commitments", promise.terms().text(), "", place.to("promises") + "#at-" + promise.id()));
    }

    List<Hit> questionnaires(SearchWords words, int most) {
        return named(
                "QUESTIONNAIRE_READ",
                words,
                most,
                () -> questionnaires.list(visitor.getCaller(), place.getWorkspaceId()).stream(),
                questionnaire -> questionnaire.title(),
                questionnaire -> hit(
                        "questionnaires",
                        questionnaire.title(),
                        questionnaire.key(),
                        place.to("questionnaires", questionnaire.key())));
    }

    List<Hit> items(SearchWords words, int most) {
        if (!visitor.may("QUESTIONNAIRE_READ")) {
            return List.of();
        }
        return questionnaires.items(visitor.getCaller(), place.getWorkspaceId(), words, most).stream()
                .map(item -> hit(
                        "section",
                        item.text(),
                        text.best(item.title()),
                        place.to("questionnaires", item.questionnaire()) + "#" + item.item()))
                .toList();
    }

    List<Hit> campaigns(SearchWords words, int most) {
        return named(
                "CAMPAIGN_READ",
                words,
                most,
                () -> campaigns.list(visitor.getCaller(), place.getWorkspaceId()).stream(),
                campaign -> campaign.name(),
                campaign -> hit(
                        "campaigns",
                        campaign.name(),
                        text.get("home.state." + campaign.state().name()),
                        place.to("campaigns", campaign.id().value())));
    }

    /** People of the workspace; none while the identity provider cannot be reached, so that the rest is still found. */
    List<Hit> people(SearchWords words, int most) {
        if (!visitor.may("MEMBER_READ")) {
            return List.of();
        }
        try {
            return members.recent(visitor.getCaller(), place.getWorkspaceId()).stream()
                    .filter(member -> words.in(member.displayName() + " " + member.login() + " " + member.email()))
                    .sorted(Comparator.comparing(member -> !words.begin(member.displayName())))
                    .limit(most)
                    .map(member -> new Hit(
                            "user",
                            member.displayName(),
                            member.login(),
                            visitor.may("MEMBER_EDIT")
                                    ? place.to("people/members", member.subject())
                                    : place.to("people")))
                    .toList();
        } catch (Problem unreachable) {
            return List.of();
        }
    }

    private <T> List<Hit> named(
            String permission,
            SearchWords words,
            int most,
            java.util.function.Supplier<Stream<T>> all,
            Function<T, LocalizedText> name,
            Function<T, Hit> hit) {
        if (!visitor.may(permission)) {
            return List.of();
        }
        return all.get()
                .filter(each -> words.in(name.apply(each)))
                .sorted(Comparator.comparing(each -> !words.begin(text.best(name.apply(each)))))
                .limit(most)
                .map(hit)
                .toList();
    }

    private Hit hit(String icon, LocalizedText label, String hint, String address) {
        return new Hit(icon, text.best(label), hint, address);
    }
}
