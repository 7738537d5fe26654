package org.entezar.console.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.entezar.collection.CampaignId;
import org.entezar.collection.HoldId;
import org.entezar.collection.Holds;
import org.entezar.collection.Retention;
import org.entezar.collection.RetentionRules;
import org.entezar.console.Place;
import org.entezar.console.Visitor;

/** What the forms about keeping and holding do. */
@ApplicationScoped
class RetentionActions {

    static final String HERE = "settings/retention";

    @Inject
    Retention retention;

    @Inject
    Holds holds;

    @Inject
    Visitor visitor;

    @Inject
    DataForms forms;

    void set(Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        forms.act(place, HERE, request, response, () -> {
            retention.set(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    new RetentionRules(
                            Months.read(DataForms.given(request, "responses")),
                            Months.read(DataForms.given(request, "words"))));
            return "data.rulesSet";
        });
    }

    void run(Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        forms.act(place, HERE, request, response, () -> {
            retention.run(visitor.getCaller(), place.getWorkspaceId());
            return "data.runBegun";
        });
    }

    void hold(Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        forms.act(place, HERE, request, response, () -> {
            holds.place(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    Optional.of(DataForms.given(request, "campaign"))
                            .filter(id -> !id.isEmpty())
                            .map(CampaignId::parse),
                    DataForms.given(request, "reason"));
            return "data.holdPlaced";
        });
    }

    void release(Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        forms.act(place, HERE, request, response, () -> {
            holds.release(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    HoldId.parse(place.parameter("hold")),
                    DataForms.given(request, "reason"));
            return "data.holdReleased";
        });
    }
}
