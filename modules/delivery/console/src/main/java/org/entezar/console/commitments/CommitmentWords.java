package org.entezar.console.commitments;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.MeasureUnit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entezar.commitment.CategoryNames;
import org.entezar.commitment.Commitment;
import org.entezar.commitment.StandardTerms;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.past.PastSwitch;
import org.entezar.kernel.LocalizedText;
import org.entezar.platform.history.Moment;
import org.jspecify.annotations.Nullable;

/** Standards and promises in words, as of today or of the day that the page looks back to. In views: {@code commitment}. */
@Named("commitment")
@RequestScoped
public class CommitmentWords {

    private static final int HUNDRED = 2;
    private static final Set<String> PERCENT = Set.of("%", "٪", "％");

    /** Units of time by their symbols, which every reader sees in the words of their language. */
    private static final Map<String, MeasureUnit> TIMES =
            Map.of("s", MeasureUnit.SECOND, "min", MeasureUnit.MINUTE, "h", MeasureUnit.HOUR, "d", MeasureUnit.DAY);

    @Inject
    CategoryNames categoryNames;

    @Inject
    PastSwitch past;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    @Inject
    Format format;

    @Inject
    Clock clock;

    private @Nullable List<CategoryNames.Named> categories;

    /** The categories of that day, in the order of their tree. */
    public List<CategoryNames.Named> getCategories() {
        if (categories == null) {
            categories = past.moment()
                    .map(then -> categoryNames.list(visitor.getCaller(), place.getWorkspaceId(), Moment.at(then)))
                    .orElseGet(() -> categoryNames.list(visitor.getCaller(), place.getWorkspaceId()));
        }
        return categories;
    }

    /** What the category is called; its key where the tree of that day knows it no more. */
    public String category(String key) {
        return found(key).map(this::label).orElse(key);
    }

    /** The name of a category, else its key. */
    public String label(CategoryNames.Named category) {
        String name = text.best(category.name());
        return name.isEmpty() ? category.key() : name;
    }

    /** The same with a dash for each level above it, for lists of choices. */
    public String choice(CategoryNames.Named category) {
        return "– ".repeat(category.level()) + label(category);
    }

    private Optional<CategoryNames.Named> found(String key) {
        return getCategories().stream()
                .filter(category -> category.key().equals(key))
                .findFirst();
    }

    /** By category in the order of the tree, those in force first, then by name. */
    <T> List<T> sorted(List<T> all, Function<T, ? extends Commitment> terms, Function<T, LocalizedText> name) {
        List<String> keys =
                getCategories().stream().map(CategoryNames.Named::key).toList();
        return all.stream()
                .sorted(Comparator.comparing((T one) -> {
                            int rank = keys.indexOf(terms.apply(one).category());
                            return rank < 0 ? keys.size() : rank;
                        })
                        .thenComparing(one -> rank(standing(terms.apply(one))))
                        .thenComparing(
                                one -> text.best(name.apply(one)),
                                Collator.getInstance(visitor.getLanguage().locale())))
                .toList();
    }

    private static int rank(Commitment.Standing standing) {
        return switch (standing) {
            case IN_FORCE -> 0;
            case COMING -> 1;
            case ENDED -> 2;
        };
    }

    private LocalDate day() {
        return LocalDate.ofInstant(past.moment().orElseGet(clock::instant), workspace.getZone());
    }

    /** Where it stands on that day. */
    public Commitment.Standing standing(Commitment terms) {
        return terms.standing(day());
    }

    /** The look of the badge that says so. */
    public String badge(Commitment terms) {
        return switch (standing(terms)) {
            case IN_FORCE -> "good";
            case COMING -> "brand";
            case ENDED -> "";
        };
    }

    /** From when to when, in words. */
    public String days(Commitment terms) {
        String from = format.day(terms.validFrom());
        return terms.validUntil()
                .map(until -> text.of("commitments.fromTo", from, format.day(until)))
                .orElseGet(() -> text.of("commitments.since", from));
    }

    /** The target in words: {@code at most 3 mins in 95% of occasions}. */
    public String target(StandardTerms terms) {
        boolean percent = PERCENT.contains(terms.unit());
        String bound = text.of("commitments." + terms.direction().name(), value(terms, percent));
        if (terms.share().compareTo(StandardTerms.EVERY_OCCASION) == 0) {
            // A share has occasions in it already.
            return percent ? bound : text.of("commitments.always", bound);
        }
        return text.of("commitments.mostly", bound, percent(terms.share()));
    }

    private String value(StandardTerms terms, boolean percent) {
        if (percent) {
            return percent(terms.target());
        }
        int decimals = Math.max(0, terms.target().scale());
        String number = format.number(terms.target(), decimals);
        if (terms.unit().isEmpty()) {
            return number;
        }
        return Optional.ofNullable(TIMES.get(terms.unit()))
                .map(unit -> format.measured(terms.target(), decimals, unit))
                .orElseGet(() -> number + "\u00a0" + terms.unit());
    }

    private String percent(BigDecimal hundredths) {
        return format.percent(hundredths.movePointLeft(HUNDRED), Math.max(0, hundredths.scale()));
    }

    /** Where its entries of history are, for those who may read them. */
    public String history(String kind, Object id) {
        return place.to("history") + "?subject=" + kind + "/" + id;
    }
}
