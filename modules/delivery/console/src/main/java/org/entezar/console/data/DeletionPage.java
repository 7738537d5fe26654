package org.entezar.console.data;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.entezar.audit.Deletion;
import org.entezar.audit.Deletions;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/** What became of a deletion, for whoever has its link. In views: {@code deletionPage}. */
@Named("deletionPage")
@RequestScoped
public class DeletionPage {

    @Inject
    Deletions deletions;

    @Inject
    Place place;

    @Inject
    Text text;

    @SuppressWarnings("NullAway.Init")
    private Deletion deletion;

    @PostConstruct
    void begin() {
        deletion = deletions.byTicket(place.parameter("ticket")).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }

    public Deletion getDeletion() {
        return deletion;
    }

    /** Where the certificate is. */
    public String getCertificate() {
        return "/api/v1/deletions/" + place.parameter("ticket") + "/certificate";
    }

    /** {@code pending}, {@code cancelled} or {@code done}. */
    public String getState() {
        return deletion.deletedAt().isPresent()
                ? "done"
                : deletion.cancelledAt().isPresent() ? "cancelled" : "pending";
    }

    public String getName() {
        return text.best(deletion.name());
    }
}
