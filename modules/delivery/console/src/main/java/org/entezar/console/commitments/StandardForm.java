package org.entezar.console.commitments;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.entezar.commitment.Standard;
import org.entezar.commitment.StandardId;
import org.entezar.commitment.StandardTerms;
import org.entezar.commitment.StandardTerms.Direction;
import org.entezar.commitment.Standards;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Days;
import org.entezar.console.Format;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** Sets a standard, or changes the one of the address. In views: {@code standardForm}. */
@Named("standardForm")
@RequestScoped
public class StandardForm {

    @Inject
    Standards standards;

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
    Format format;

    @Inject
    Clock clock;

    private @Nullable Standard standard;

    /** The standard of the address. */
    public Standard getStandard() {
        if (standard == null) {
            standard = standards.find(visitor.getCaller(), place.getWorkspaceId(), id(place));
        }
        return standard;
    }

    /** The id of the address; what is none names nothing. */
    static StandardId id(Place place) {
        try {
            return StandardId.parse(place.parameter("standard"));
        } catch (Problem malformed) {
            throw new Problem(ErrorCode.NOT_FOUND, place.parameter("standard"));
        }
    }

    /** What a field holds: what was typed, else what stands, else where a new one begins. */
    public String value(String field, boolean fresh) {
        if (typed.isSent()) {
            return typed.given(field);
        }
        return fresh ? beginning(field) : standing(field, getStandard().terms());
    }

    private String beginning(String field) {
        return switch (field) {
            case "direction" -> Direction.AT_MOST.name();
            case "share" -> format.typed(StandardTerms.EVERY_OCCASION);
            case "validFrom" -> day(LocalDate.ofInstant(clock.instant(), workspace.getZone()));
            default -> "";
        };
    }

    private String standing(String field, StandardTerms terms) {
        return switch (field) {
            case "category" -> terms.category();
            case "direction" -> terms.direction().name();
            case "target" -> number(terms.target());
            case "unit" -> terms.unit();
            case "share" -> number(terms.share());
            case "validFrom" -> day(terms.validFrom());
            case "validUntil" -> terms.validUntil().map(this::day).orElse("");
            default -> "";
        };
    }

    private String number(BigDecimal number) {
        return format.typed(number, Math.max(0, number.scale()));
    }

    private String day(LocalDate day) {
        return Days.write(day, visitor.getReckoning());
    }

    /** What the field of a text holds in one language. */
    public String text(String field, String tag, boolean fresh) {
        if (typed.isSent()) {
            return typed.given(field + "-" + tag);
        }
        return fresh ? "" : said(field, getStandard().terms()).in(tag).orElse("");
    }

    private static LocalizedText said(String field, StandardTerms terms) {
        return field.equals("name") ? terms.name() : terms.measure();
    }

    /** The state that the form was drawn from. */
    public String getState() {
        return typed.isSent() ? typed.given("state") : getStandard().etag();
    }

    /** The fault of a field; the empty name is what belongs to none. */
    public String error(String field) {
        return typed.error(field);
    }

    /** Sets it and shows all. */
    public void create() throws IOException {
        save(
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                terms -> standards.create(visitor.getCaller(), place.getWorkspaceId(), terms),
                "commitments.standardSet");
    }

    /** Changes it and shows all. */
    public void change() throws IOException {
        Standard before = getStandard();
        save(
                before.terms().name(),
                before.terms().measure(),
                terms -> standards.change(visitor.getCaller(), place.getWorkspaceId(), before.id(), terms, getState()),
                "commitments.standardChanged");
    }

    private interface Deed {
        Standard act(StandardTerms terms);
    }

    private void save(LocalizedText name, LocalizedText measure, Deed deed, String said) throws IOException {
        try {
            Optional<StandardTerms> terms = terms(name, measure);
            if (terms.isPresent()) {
                notices.done(
                        text.of(said, text.best(deed.act(terms.get()).terms().name())));
                FacesContext.getCurrentInstance().getExternalContext().redirect(place.to("standards"));
            }
        } catch (Problem problem) {
            typed.refuse(problem);
        }
    }

    private Optional<StandardTerms> terms(LocalizedText name, LocalizedText measure) {
        Optional<BigDecimal> target = typed.number("target");
        Optional<BigDecimal> share = typed.number("share");
        Optional<LocalDate> from = typed.neededDay("validFrom");
        Optional<LocalDate> until = typed.day("validUntil");
        typed.order(from, until);
        if (typed.isFaulty()) {
            return Optional.empty();
        }
        return Optional.of(new StandardTerms(
                typed.text("name", name),
                typed.given("category"),
                typed.text("measure", measure),
                typed.given("unit"),
                typed.given("direction").equals(Direction.AT_LEAST.name()) ? Direction.AT_LEAST : Direction.AT_MOST,
                target.orElseThrow(),
                share.orElseThrow(),
                from.orElseThrow(),
                until));
    }
}
