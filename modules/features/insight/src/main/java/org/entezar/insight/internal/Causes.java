package org.entezar.insight.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entezar.collection.ImportId;
import org.entezar.collection.SelectionChanges;
import org.entezar.insight.Cause;
import org.entezar.insight.InsightMethod;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Moment;
import org.entezar.platform.history.PastStates;
import org.entezar.platform.tenancy.Tx;
import org.entezar.questionnaire.Category;
import org.entezar.questionnaire.CategoryTree;
import org.entezar.questionnaire.CategoryTreeChange;
import org.entezar.workspace.MinimumGroupChange;

/** Names what happened between two moments that bears on a figure. */
public final class Causes {

    private static final Set<String> IMPORTED = Set.of("import.finished", "import.failed", "import.started");
    private static final Set<String> UNDONE = Set.of("import.undone");
    private static final Set<String> CORRECTED = Set.of("response.corrected");

    private final Bases bases;

    public Causes(Bases bases) {
        this.bases = bases;
    }

    /** What happened to the responses, then to what they are computed with. */
    public List<Cause> between(
            Tx tx, WorkspaceId workspace, InsightMethod method, SelectionChanges responses, Moment then, Moment now) {
        List<Cause> causes = new ArrayList<>();
        arrivals(tx, responses, now, causes);
        for (SelectionChanges.Gone gone : responses.gone()) {
            boolean corrected = !gone.corrected().isEmpty();
            Stream<Cause.Reference> entries = corrected
                    ? gone.corrected().stream()
                            .flatMap(id -> PastStates.latest(tx, "response/" + id, CORRECTED, now).stream())
                            .map(Cause.Reference::to)
                    : gone.importId().flatMap(id -> entry(tx, id, UNDONE, now)).stream();
            causes.add(new Cause(
                    corrected ? Cause.Kind.CORRECTED_RESPONSES : Cause.Kind.UNDONE_RESPONSES,
                    OptionalLong.of(gone.count()),
                    gone.importId().map(Causes::subject),
                    entries.toList(),
                    List.of()));
        }
        if (method == InsightMethod.SERVQUAL) {
            bases.treeChanges(workspace, then, now).forEach(change -> tree(change, causes));
        }
        for (MinimumGroupChange change : bases.minimumGroupChanges(workspace, then, now)) {
            causes.add(new Cause(
                    Cause.Kind.MINIMUM_GROUP_CHANGED,
                    OptionalLong.empty(),
                    Optional.empty(),
                    List.of(Cause.Reference.to(change.entry())),
                    List.of(new Cause.ValueChange(
                            "minimumGroup",
                            Optional.of(Integer.toString(change.before())),
                            Optional.of(Integer.toString(change.after()))))));
        }
        return causes;
    }

    private static void arrivals(Tx tx, SelectionChanges responses, Moment now, List<Cause> causes) {
        List<Cause.Reference> seals = responses.seals().stream()
                .flatMap(sequence -> PastStates.entry(tx, sequence).stream())
                .map(Cause.Reference::to)
                .toList();
        for (SelectionChanges.Arrived arrived : responses.arrived()) {
            List<Cause.Reference> entries = arrived.importId().isEmpty()
                    ? seals
                    : arrived.importId().flatMap(id -> entry(tx, id, IMPORTED, now)).stream()
                            .toList();
            Optional<String> subject = arrived.importId().map(Causes::subject);
            if (arrived.late() > 0) {
                causes.add(new Cause(
                        Cause.Kind.LATE_RESPONSES, OptionalLong.of(arrived.late()), subject, entries, List.of()));
            }
            if (arrived.fresh() > 0) {
                causes.add(new Cause(
                        Cause.Kind.NEW_RESPONSES, OptionalLong.of(arrived.fresh()), subject, entries, List.of()));
            }
        }
    }

    private static String subject(ImportId id) {
        return "import/" + id;
    }

    private static Optional<Cause.Reference> entry(Tx tx, ImportId id, Set<String> actions, Moment now) {
        return PastStates.latest(tx, subject(id), actions, now).map(Cause.Reference::to);
    }

    private static void tree(CategoryTreeChange change, List<Cause> causes) {
        Map<String, String> before = weights(change.before());
        Map<String, String> after = weights(change.after());
        List<Cause.ValueChange> points = new ArrayList<>();
        List<Cause.ValueChange> others = new ArrayList<>();
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            Optional<String> old = Optional.ofNullable(before.get(key));
            Optional<String> fresh = Optional.ofNullable(after.get(key));
            if (!old.equals(fresh)) {
                (old.isPresent() && fresh.isPresent() ? points : others).add(new Cause.ValueChange(key, old, fresh));
            }
        }
        List<Cause.Reference> entry = List.of(Cause.Reference.to(change.entry()));
        if (!points.isEmpty()) {
            causes.add(new Cause(Cause.Kind.WEIGHTS_CHANGED, OptionalLong.empty(), Optional.empty(), entry, points));
        }
        if (!others.isEmpty()
                || !Objects.equals(
                        shape(change.before().categories()),
                        shape(change.after().categories()))) {
            causes.add(new Cause(Cause.Kind.CATEGORIES_CHANGED, OptionalLong.empty(), Optional.empty(), entry, others));
        }
    }

    private static Map<String, String> weights(CategoryTree tree) {
        Map<String, String> weights = new LinkedHashMap<>();
        tree.all()
                .forEach(category -> weights.put(
                        category.key(), category.weight().stripTrailingZeros().toPlainString()));
        return weights;
    }

    /** Keys, names and order, without the points. */
    private static List<Object> shape(List<Category> categories) {
        List<Object> shape = new ArrayList<>();
        categories.forEach(category -> shape.add(List.of(category.key(), category.name(), shape(category.children()))));
        return shape;
    }
}
