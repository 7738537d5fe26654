package org.entezar.console.cases;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.relationship.CaseEntry;
import org.entezar.relationship.CaseState;
import org.entezar.relationship.Cases;
import org.entezar.relationship.ServiceCase;
import org.entezar.relationship.Severity;
import org.entezar.relationship.WorkedCase;

/** One case with what happened to it, the latest first. In views: {@code caseView}. */
@Named
@RequestScoped
public class CaseView {

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
    Format format;

    @SuppressWarnings("NullAway.Init")
    private WorkedCase worked;

    @PostConstruct
    void begin() {
        worked = cases.find(visitor.getCaller(), place.getWorkspaceId(), CasePages.id(place));
    }

    public ServiceCase getOne() {
        return worked.facts();
    }

    /** What it is about, or that this was erased. */
    public String getTitle() {
        return getOne().title().orElseGet(() -> text.get("cases.erasedTitle"));
    }

    public List<CaseEntry> getLog() {
        List<CaseEntry> log = new ArrayList<>(worked.log());
        Collections.reverse(log);
        return log;
    }

    /** What an entry says; that it was erased where it came with words. */
    public String said(CaseEntry entry) {
        return entry.words().orElseGet(() -> entry.kind().hasWords() ? text.get("cases.erasedWords") : "");
    }

    /** A difference in a line. */
    public String told(CaseEntry.Difference difference) {
        return text.of(
                "cases.differs",
                text.get("cases.fact." + difference.fact().name()),
                value(difference.fact(), difference.before()),
                value(difference.fact(), difference.after()));
    }

    private String value(CaseEntry.Fact fact, Optional<String> value) {
        if (value.isEmpty()) {
            return text.get("cases.nothing");
        }
        return switch (fact) {
            case SEVERITY -> words.severity(Severity.valueOf(value.get()));
            case STATE -> words.state(CaseState.valueOf(value.get()));
            case CATEGORY -> words.category(value.get());
            case DUE -> format.day(LocalDate.parse(value.get()));
            case ASSIGNEE -> value.get();
        };
    }

    /** Whether the visitor may write to it as it stands. */
    public boolean isWritable() {
        return visitor.may("CASE_WORK") && !getOne().isErased() && getOne().state() != CaseState.CLOSED;
    }

    /** Whether the visitor may take it to the state of that name. */
    public boolean leads(String to) {
        return visitor.may("CASE_WORK")
                && !getOne().isErased()
                && getOne().state().leadsTo(CaseState.valueOf(to));
    }

    public boolean isErasable() {
        return visitor.may("PERSON_ERASE") && !getOne().isErased();
    }

    /** The page of the response that it came from; empty for none, and for visitors who read no single responses. */
    public String getResponse() {
        ServiceCase one = getOne();
        return one.response().isPresent() && one.campaign().isPresent() && visitor.may("RESPONSE_READ")
                ? place.to(
                        "campaigns",
                        one.campaign().get(),
                        "responses/" + one.response().get())
                : "";
    }
}
