package org.entezar.console.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.entezar.console.Exchange;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.WorkspaceId;
import org.entezar.questionnaire.BankItem;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Presets;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.template.Pack;
import org.entezar.template.TemplatePacks;

/**
 * The item bank: what the workspace's questionnaires ask, what the packs of its plugins bring, and the presets.
 * Questions that are asked alike can be compared; so looking comes before writing.
 */
@ApplicationScoped
class BankActions {

    private static final int MOST = 200;

    /**
     * Items of one source.
     *
     * @param kind {@code workspace}, {@code pack} or {@code preset}
     * @param key of the questionnaire
     * @param title in the visitor's language
     * @param items what it offers
     */
    private record Shelf(String kind, String key, String title, List<Item> items) {}

    /**
     * What was found.
     *
     * @param shelves by source
     * @param more whether there is more than is shown
     */
    private record Found(List<Shelf> shelves, boolean more) {}

    @Inject
    Questionnaires questionnaires;

    @Inject
    TemplatePacks packs;

    @Inject
    Visitor visitor;

    @Inject
    Text text;

    void serveBank(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked =
                Optional.ofNullable(request.getParameter("wanted")).orElse("").strip();
        String wanted = asked.length() > 100 ? asked.substring(0, 100) : asked;
        String except = Optional.ofNullable(request.getParameter("except")).orElse("");
        List<Shelf> shelves = new ArrayList<>();
        List<BankItem> own = questionnaires.items(visitor.getCaller(), place.getWorkspaceId(), wanted, MOST + 1);
        own.stream()
                .limit(MOST)
                .filter(each -> !each.questionnaire().equals(except))
                .map(BankItem::questionnaire)
                .distinct()
                .forEach(key -> shelves.add(ofWorkspace(key, own)));
        brought(place.getWorkspaceId()).map(shelf -> filtered(shelf, wanted)).forEach(shelves::add);
        shelves.removeIf(shelf -> shelf.items().isEmpty());
        Exchange.write(response, new Found(shelves, own.size() > MOST));
    }

    private Shelf ofWorkspace(String key, List<BankItem> all) {
        List<BankItem> items = all.stream()
                .limit(MOST)
                .filter(each -> each.questionnaire().equals(key))
                .toList();
        String title = text.best(items.get(0).title());
        return new Shelf(
                "workspace",
                key,
                title.isEmpty() ? key : title,
                items.stream().map(BankItem::item).toList());
    }

    private Stream<Shelf> brought(WorkspaceId workspace) {
        Stream<Shelf> ofPacks = packs.available(visitor.getCaller(), workspace).stream()
                .flatMap(pack -> pack.questionnaires().stream().map(document -> shelf(pack, document)));
        Stream<Shelf> presets = Presets.names().stream()
                .map(name -> new Shelf(
                        "preset",
                        name,
                        text.get("questionnaires.preset." + name),
                        Presets.of(name).items().toList()));
        return Stream.concat(ofPacks, presets);
    }

    private Shelf shelf(Pack pack, Questionnaire document) {
        return new Shelf(
                "pack",
                document.key(),
                text.best(pack.title()) + " · " + text.best(document.title()),
                document.items().toList());
    }

    private static Shelf filtered(Shelf shelf, String wanted) {
        String sought = alike(wanted);
        return new Shelf(
                shelf.kind(),
                shelf.key(),
                shelf.title(),
                shelf.items().stream()
                        .filter(item -> item.text().texts().values().stream()
                                .anyMatch(words -> alike(words).contains(sought)))
                        .toList());
    }

    /** Letters that Persian writes in two ways stand for each other, as in the search over the workspace's own. */
    private static String alike(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replace('ي', 'ی')
                .replace('ك', 'ک')
                .replace('ة', 'ه')
                .replace('ۀ', 'ه')
                .replace("\u200c", "");
    }
}
