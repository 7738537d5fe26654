package org.entezar.console.commitments;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entezar.commitment.Standard;
import org.entezar.commitment.Standards;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.console.past.PastSwitch;
import org.entezar.platform.history.Moment;
import org.jspecify.annotations.Nullable;

/** All standards, of today or of the time that the page looks back to, by category. In views: {@code standardList}. */
@Named("standardList")
@RequestScoped
public class StandardList {

    @Inject
    Standards standards;

    @Inject
    CommitmentWords words;

    @Inject
    PastSwitch past;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    private @Nullable List<Standard> all;

    public List<Standard> getAll() {
        if (all == null) {
            List<Standard> read = past.moment()
                    .map(then -> standards.list(visitor.getCaller(), place.getWorkspaceId(), Moment.at(then)))
                    .orElseGet(() -> standards.list(visitor.getCaller(), place.getWorkspaceId()));
            all = words.sorted(read, Standard::terms, one -> one.terms().name());
        }
        return all;
    }
}
