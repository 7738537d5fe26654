package org.entezar.console.lists;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.workspace.SavedViews;

/** Puts what surrounds the rows of a list around them: heads, choices, conditions, pages and saved views. */
@RequestScoped
public class ListFrame {

    @Inject
    @SuppressWarnings("NullAway.Init")
    SavedViews views;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Place place;

    /**
     * What a list tells of itself.
     *
     * @param id of its element
     * @param label what it lists
     * @param counted how many rows there are, in words
     * @param before place of the part before this one
     * @param after place of the part after it
     * @param conditions what it is narrowed to
     * @param files where it lies as files
     */
    public record Told(
            String id,
            String label,
            String counted,
            Optional<String> before,
            Optional<String> after,
            List<Named> conditions,
            List<ShownList.File> files) {}

    /** A condition in words, and the names that it has in the address. */
    public record Named(String label, Set<String> names) {}

    /** The columns that the address shows: the first always, then those that were chosen or the standard ones. */
    public List<ListColumn> chosen(ListAddress address, List<ListColumn> all) {
        List<ListColumn> chosen = new ArrayList<>();
        boolean known =
                all.stream().skip(1).anyMatch(column -> address.columns().contains(column.key()));
        for (ListColumn column : all) {
            boolean wanted = known ? address.columns().contains(column.key()) : column.standard();
            if (chosen.isEmpty() || wanted) {
                chosen.add(column);
            }
        }
        return chosen;
    }

    /**
     * The list as it is drawn.
     *
     * @param order the column by which it is sorted now, and whether it falls
     */
    public ShownList shown(
            ListAddress address, List<ListColumn> all, List<ListRow> rows, String order, boolean falls, Told told) {
        List<ListColumn> chosen = chosen(address, all);
        List<ListColumn> further = chosen.subList(1, chosen.size());
        return new ShownList(
                told.id(),
                told.label(),
                place.getPath(),
                address.query(),
                chosen.stream()
                        .map(column -> head(address, column, order, falls))
                        .toList(),
                rows.stream().map(row -> row(row, further)).toList(),
                address.unconditioned(),
                all.stream()
                        .skip(1)
                        .map(column -> new ShownList.Choice(
                                column.key(), column.label(), column.title(), further.contains(column)))
                        .toList(),
                address.fields(Set.of(ListAddress.COLUMNS)),
                address.columns().isEmpty() ? "" : address.without(Set.of(ListAddress.COLUMNS)),
                told.conditions().stream()
                        .map(each -> new ShownList.Condition(each.label(), address.without(each.names())))
                        .toList(),
                address.address(address.unconditioned()),
                told.counted(),
                told.before().map(at -> address.turned(ListAddress.BEFORE, at)).orElse(""),
                told.after().map(at -> address.turned(ListAddress.AFTER, at)).orElse(""),
                views(address),
                told.files());
    }

    private static ShownList.Head head(ListAddress address, ListColumn column, String order, boolean falls) {
        if (!column.sortable()) {
            return new ShownList.Head(column.label(), column.title(), column.amount(), "", "");
        }
        boolean sorted = column.key().equals(order);
        return new ShownList.Head(
                column.label(),
                column.title(),
                column.amount(),
                sorted ? falls ? "descending" : "ascending" : "none",
                address.sorted(column.key(), sorted && !falls));
    }

    private static ShownList.Row row(ListRow row, List<ListColumn> columns) {
        return new ShownList.Row(
                row.name(),
                row.address(),
                columns.stream()
                        .map(column -> new ShownList.Cell(
                                column.label(), row.cells().getOrDefault(column.key(), ""), column.amount()))
                        .toList());
    }

    private List<ShownList.View> views(ListAddress address) {
        return views.of(visitor.getCaller(), place.getWorkspaceId(), place.getPath()).stream()
                .map(view -> new ShownList.View(
                        view.id().toString(),
                        view.name(),
                        view.query().isEmpty() ? place.getHere() : place.getHere() + "?" + view.query(),
                        view.query().equals(address.query())))
                .toList();
    }
}
