package org.entezar.console.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.help.HelpTopics;
import org.entezar.kernel.Language;
import org.entezar.workspace.Workspace;
import org.entezar.workspace.Workspaces;

/** What the template draws around a page: navigation, languages, themes. In views: {@code frame}. */
@Named
@RequestScoped
public class Frame {

    /**
     * A choice or a place to go to.
     *
     * @param key names its icon, or is the value to send
     * @param label what people read
     * @param address where it leads; empty for choices
     * @param current whether it is the present one
     */
    public record Entry(String key, String label, String address, boolean current) {}

    private static final Map<String, String> KEYS = Map.of(
            "home", "h",
            "categories", "e",
            "questionnaires", "q",
            "campaigns", "c",
            "imports", "m",
            "insight", "i",
            "cases", "w",
            "history", "y",
            "people", "p",
            "settings", "s");

    @Inject
    Navigation navigation;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    @Inject
    Format format;

    @Inject
    CurrentWorkspace current;

    @Inject
    Workspaces workspaces;

    /** The areas of the workspace that the visitor may use. */
    public List<Entry> getEntries() {
        if (!place.isInWorkspace()) {
            return List.of();
        }
        return navigation.entries(visitor.getCaller(), place.getWorkspaceId()).stream()
                .map(page -> new Entry(
                        page.area().key(),
                        text.get("frame.area." + page.area().key()),
                        place.to(page.path()),
                        page.area().key().equals(place.getAreaKey())))
                .toList();
    }

    /** The same with the letters that lead to them after {@code g}. */
    public List<Entry> getKeys() {
        return getEntries().stream()
                .filter(entry -> KEYS.containsKey(entry.key()))
                .map(entry ->
                        new Entry(KEYS.getOrDefault(entry.key(), ""), entry.label(), entry.address(), entry.current()))
                .toList();
    }

    /** Where the help about this page is; empty where there is none. */
    public String getHelp() {
        String path = place.isInWorkspace() && place.getPath().isEmpty() ? "home" : place.getPath();
        return HelpTopics.of(path).map(topic -> "/help/" + topic).orElse(place.isInWorkspace() ? "/help" : "");
    }

    public boolean isHelped() {
        return !getHelp().isEmpty();
    }

    /** The workspaces that the visitor can switch to. */
    public List<Entry> getWorkspaces() {
        if (visitor.getAliases().size() < 2) {
            return List.of(entry(current.getSettings()));
        }
        return workspaces.mine(visitor.getCaller()).stream().map(this::entry).toList();
    }

    private Entry entry(Workspace workspace) {
        return new Entry(
                workspace.alias(),
                workspace.name().best(visitor.getTag(), workspace.defaultLanguage()),
                "/w/" + workspace.alias(),
                workspace.alias().equals(place.getAlias()));
    }

    /** The languages of the console, each in its own words. */
    public List<Entry> getLanguages() {
        List<Entry> languages = new ArrayList<>();
        for (Language language : Language.values()) {
            languages.add(
                    new Entry(language.tag(), format.ownName(language.tag()), "", language == visitor.getLanguage()));
        }
        return languages;
    }

    /** The calendars: the language's own, or one of the two in any language. */
    public List<Entry> getCalendars() {
        return Stream.of("auto", "gregorian", "jalali")
                .map(calendar -> new Entry(
                        calendar, text.get("frame.calendar." + calendar), "", calendar.equals(visitor.getCalendar())))
                .toList();
    }

    public List<Entry> getThemes() {
        return Stream.of("auto", "light", "dark")
                .map(theme -> new Entry(theme, text.get("frame.theme." + theme), "", theme.equals(visitor.getTheme())))
                .toList();
    }
}
