package org.entezar.console.insight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.entezar.calculator.MethodPage;
import org.entezar.calculator.MethodPages;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.console.methods.Markup;
import org.entezar.insight.InsightMethod;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/** How the method of the address is read and when it is not to be trusted, from the one place that explains methods. In views: {@code methodDrawer}. */
@Named
@RequestScoped
public class MethodDrawer {

    @Inject
    @SuppressWarnings("NullAway.Init")
    MethodPages pages;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Place place;

    private String function() {
        return switch (InsightMethod.of(place.parameter("method"))) {
            case SERVQUAL -> "servqual";
            case ZONE -> "zone_of_tolerance";
            case KANO -> "kano";
            case NPS -> "nps_from_scores";
            case CSAT -> "csat_top2";
            case CES -> "ces";
        };
    }

    private MethodPage page() {
        return pages.of(function(), visitor.getLanguage())
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, function()));
    }

    /** What it tells, as markup. */
    public String getTells() {
        return Markup.html(page().tells());
    }

    /** When not to use it, as markup. */
    public String getNot() {
        return Markup.html(page().avoid());
    }

    /** How it works, in words, as markup. */
    public String getWords() {
        return Markup.html(page().words());
    }

    /** Where its formula, examples and sources stand. */
    public String getAddress() {
        return "/methods/" + function();
    }
}
