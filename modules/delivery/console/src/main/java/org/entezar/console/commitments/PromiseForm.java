package org.entezar.console.commitments;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entezar.commitment.Promise;
import org.entezar.commitment.PromiseId;
import org.entezar.commitment.PromiseTerms;
import org.entezar.commitment.PromiseTerms.Medium;
import org.entezar.commitment.Promises;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Days;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** Enters a promise that was made, or changes the one of the address. In views: {@code promiseForm}. */
@Named("promiseForm")
@RequestScoped
public class PromiseForm {

    @Inject
    Promises promises;

    @Inject
    TypedTerms typed;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Notices notices;

    @Inject
    Text text;

    @Inject
    Clock clock;

    private @Nullable Promise promise;

    /** The promise of the address. */
    public Promise getPromise() {
        if (promise == null) {
            promise = promises.find(visitor.getCaller(), place.getWorkspaceId(), id(place));
        }
        return promise;
    }

    /** The id of the address; what is none names nothing. */
    static PromiseId id(Place place) {
        try {
            return PromiseId.parse(place.parameter("promise"));
        } catch (Problem malformed) {
            throw new Problem(ErrorCode.NOT_FOUND, place.parameter("promise"));
        }
    }

    /** Through what a promise can have been made. */
    public List<Medium> getMedia() {
        return List.of(Medium.values());
    }

    /** What a field holds: what was typed, else what stands, else where a new one begins. */
    public String value(String field, boolean fresh) {
        if (typed.isSent()) {
            return typed.given(field);
        }
        return fresh ? beginning(field) : standing(field, getPromise().terms());
    }

    private String beginning(String field) {
        return switch (field) {
            case "medium" -> Medium.WEBSITE.name();
            case "validFrom" -> day(LocalDate.ofInstant(clock.instant(), workspace.getZone()));
            default -> "";
        };
    }

    private String standing(String field, PromiseTerms terms) {
        return switch (field) {
            case "category" -> terms.category();
            case "madeBy" -> terms.madeBy();
            case "medium" -> terms.medium().name();
            case "place" -> terms.place();
            case "validFrom" -> day(terms.validFrom());
            case "validUntil" -> terms.validUntil().map(this::day).orElse("");
            default -> "";
        };
    }

    private String day(LocalDate day) {
        return Days.write(day, visitor.getReckoning());
    }

    /** What was communicated, in one language. */
    public String text(String tag, boolean fresh) {
        if (typed.isSent()) {
            return typed.given("text-" + tag);
        }
        return fresh ? "" : getPromise().terms().text().in(tag).orElse("");
    }

    /** The state that the form was drawn from. */
    public String getState() {
        return typed.isSent() ? typed.given("state") : getPromise().etag();
    }

    /** The fault of a field; the empty name is what belongs to none. */
    public String error(String field) {
        return typed.error(field);
    }

    /** Enters it and shows all. */
    public void make() throws IOException {
        save(
                LocalizedText.EMPTY,
                terms -> promises.make(visitor.getCaller(), place.getWorkspaceId(), terms),
                "commitments.promiseMade");
    }

    /** Changes it and shows all. */
    public void change() throws IOException {
        Promise before = getPromise();
        save(
                before.terms().text(),
                terms -> promises.change(visitor.getCaller(), place.getWorkspaceId(), before.id(), terms, getState()),
                "commitments.promiseChanged");
    }

    private interface Deed {
        Promise act(PromiseTerms terms);
    }

    private void save(LocalizedText before, Deed deed, String said) throws IOException {
        try {
            Optional<PromiseTerms> terms = terms(before);
            if (terms.isPresent()) {
                deed.act(terms.get());
                notices.done(text.get(said));
                FacesContext.getCurrentInstance().getExternalContext().redirect(place.to("promises"));
            }
        } catch (Problem problem) {
            typed.refuse(problem);
        }
    }

    private Optional<PromiseTerms> terms(LocalizedText before) {
        Optional<LocalDate> from = typed.neededDay("validFrom");
        Optional<LocalDate> until = typed.day("validUntil");
        typed.order(from, until);
        if (typed.isFaulty()) {
            return Optional.empty();
        }
        return Optional.of(new PromiseTerms(
                typed.text("text", before),
                typed.given("category"),
                typed.given("madeBy"),
                medium(),
                typed.given("place"),
                from.orElseThrow(),
                until));
    }

    private Medium medium() {
        return Arrays.stream(Medium.values())
                .filter(medium -> medium.name().equals(typed.given("medium")))
                .findFirst()
                .orElse(Medium.OTHER);
    }
}
