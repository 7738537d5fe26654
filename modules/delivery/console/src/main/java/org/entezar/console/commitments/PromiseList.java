package org.entezar.console.commitments;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entezar.commitment.Promise;
import org.entezar.commitment.Promises;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.console.past.PastSwitch;
import org.entezar.platform.history.Moment;
import org.jspecify.annotations.Nullable;

/** All promises, of today or of the time that the page looks back to, by category. In views: {@code promiseList}. */
@Named("promiseList")
@RequestScoped
public class PromiseList {

    @Inject
    Promises promises;

    @Inject
    CommitmentWords words;

    @Inject
    PastSwitch past;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    private @Nullable List<Promise> all;

    public List<Promise> getAll() {
        if (all == null) {
            List<Promise> read = past.moment()
                    .map(then -> promises.list(visitor.getCaller(), place.getWorkspaceId(), Moment.at(then)))
                    .orElseGet(() -> promises.list(visitor.getCaller(), place.getWorkspaceId()));
            all = words.sorted(read, Promise::terms, one -> one.terms().text());
        }
        return all;
    }
}
