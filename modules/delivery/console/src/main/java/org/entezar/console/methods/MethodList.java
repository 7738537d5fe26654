package org.entezar.console.methods;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entezar.calculator.MethodPage;
import org.entezar.calculator.MethodPages;
import org.entezar.console.Visitor;

/** All methods by group. In views: {@code methodList}. */
@Named
@RequestScoped
public class MethodList {

    @Inject
    @SuppressWarnings("NullAway.Init")
    MethodPages pages;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    /**
     * One group.
     *
     * @param name what it is anchored by
     * @param title its heading
     * @param tells what it tells, as HTML
     * @param functions its functions
     */
    public record Group(String name, String title, String tells, List<Entry> functions) {}

    /**
     * One function.
     *
     * @param address of its page
     * @param summary what it tells
     */
    public record Entry(String address, String summary) {}

    public List<Group> getGroups() {
        return pages.all(visitor.getLanguage()).stream().map(MethodList::group).toList();
    }

    private static Group group(MethodPage page) {
        return new Group(
                page.name(),
                page.title(),
                Markup.html(page.tells()),
                page.functions().stream()
                        .map(function -> new Entry("/methods/" + function.name(), capital(function.summary())))
                        .toList());
    }

    /** The sentence with a capital first; names such as k-means keep their letter. */
    static String capital(String summary) {
        return summary.startsWith("k-means") || summary.isEmpty()
                ? summary
                : Character.toUpperCase(summary.charAt(0)) + summary.substring(1);
    }
}
