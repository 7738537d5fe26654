package org.entezar.console.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Problem;
import org.entezar.relationship.CaseFilter;
import org.entezar.relationship.CaseId;
import org.entezar.relationship.CasePage;
import org.entezar.relationship.CaseState;
import org.entezar.relationship.Cases;
import org.entezar.relationship.ServiceCase;
import org.jspecify.annotations.Nullable;

/** Cases part by part, by what is to be done about them. In views: {@code caseList}. */
@Named
@RequestScoped
public class CaseList {

    private static final int PART = 50;

    @Inject
    Cases cases;

    @Inject
    CaseWords words;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    @Inject
    HttpServletRequest request;

    private @Nullable CasePage page;
    private @Nullable Boolean noneYet;

    /** What can be looked at. */
    private enum Show {
        /** Whatever waits for work. */
        OPEN,
        /** What waits for the visitor's own work. */
        MINE,
        DONE,
        ALL;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Set<CaseState> states() {
            return switch (this) {
                case OPEN, MINE -> CaseState.WORKED;
                case DONE -> EnumSet.of(CaseState.RESOLVED, CaseState.CLOSED);
                case ALL -> EnumSet.allOf(CaseState.class);
            };
        }
    }

    /** A part of the list to choose. */
    public record Tab(String label, String address, boolean current) {}

    /** A category to choose. */
    public record Choice(String key, String label, boolean chosen) {}

    private Show show() {
        String wanted = parameter("show");
        for (Show one : Show.values()) {
            if (one.key().equals(wanted) && (one != Show.MINE || visitor.may("CASE_WORK"))) {
                return one;
            }
        }
        return Show.OPEN;
    }

    /** The part that is shown. */
    public String getShown() {
        return show().key();
    }

    public String getCategory() {
        return parameter("category");
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(value -> value.length() <= 100)
                .orElse("");
    }

    public List<Tab> getTabs() {
        return List.of(Show.values()).stream()
                .filter(one -> one != Show.MINE || visitor.may("CASE_WORK"))
                .map(one -> new Tab(text.get("cases.show." + one.key()), address(one, ""), one == show()))
                .toList();
    }

    private String address(Show one, String after) {
        String address = place.to(CasePages.HERE) + "?show=" + one.key();
        if (!getCategory().isEmpty()) {
            address += "&category=" + URLEncoder.encode(getCategory(), StandardCharsets.UTF_8);
        }
        return after.isEmpty() ? address : address + "&after=" + after;
    }

    public List<Choice> getCategories() {
        return words.tree()
                .all()
                .map(category -> new Choice(
                        category.key(),
                        words.category(category.key()),
                        category.key().equals(getCategory())))
                .toList();
    }

    private CasePage page() {
        if (page == null) {
            CaseFilter filter = new CaseFilter(
                    show().states(),
                    show() == Show.MINE,
                    Optional.of(getCategory()).filter(key -> !key.isEmpty()),
                    Optional.empty());
            page = cases.list(visitor.getCaller(), place.getWorkspaceId(), filter, after(), PART);
        }
        return page;
    }

    private Optional<CaseId> after() {
        try {
            return Optional.of(parameter("after")).filter(id -> !id.isEmpty()).map(CaseId::parse);
        } catch (Problem malformed) {
            return Optional.empty();
        }
    }

    public List<ServiceCase> getAll() {
        return page().cases();
    }

    /** Where the list begins; empty at its beginning. */
    public String getFirst() {
        return after().isPresent() ? address(show(), "") : "";
    }

    /** Where the next part is; empty on the last. */
    public String getNext() {
        return page().next().map(id -> address(show(), id.toString())).orElse("");
    }

    /** Whether the whole workspace has no case yet, as far as the visitor sees. */
    public boolean isNoneYet() {
        if (noneYet == null) {
            noneYet = getAll().isEmpty()
                    && cases.list(visitor.getCaller(), place.getWorkspaceId(), CaseFilter.ALL, Optional.empty(), 1)
                            .cases()
                            .isEmpty();
        }
        return noneYet;
    }
}
