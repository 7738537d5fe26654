package org.entezar.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Language;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.workspace.WorkspaceCalendar;
import org.jspecify.annotations.Nullable;

/** Who looks at the page, in which language and theme. In views: {@code visitor}. */
@Named
@RequestScoped
public class Visitor {

    /** Keeps the chosen language of the console on this device. */
    public static final String LANGUAGE_COOKIE = "entezar-language";

    /** Keeps the chosen theme on this device: {@code light} or {@code dark}. */
    public static final String THEME_COOKIE = "entezar-theme";

    /** Keeps the chosen calendar on this device: {@code gregorian} or {@code jalali}. */
    public static final String CALENDAR_COOKIE = "entezar-calendar";

    /** Calendars to choose from. */
    public static final Set<String> CALENDARS = Set.of("auto", "gregorian", "jalali");

    private static final Set<String> THEMES = Set.of("auto", "light", "dark");

    @Inject
    HttpServletRequest request;

    @Inject
    Place place;

    @Inject
    CurrentWorkspace workspace;

    private @Nullable Language language;
    private @Nullable String calendar;

    /** Nobody in particular, who reads that language and lets it reckon days. */
    static Visitor reading(Language language) {
        Visitor reader = new Visitor();
        reader.language = language;
        reader.calendar = "auto";
        reader.place = new Place();
        return reader;
    }

    /** The person as the sign-in established it; anonymous on public pages. */
    public Caller getCaller() {
        Object caller = request.getAttribute(Caller.class.getName());
        return caller instanceof Caller known ? known : Caller.ANONYMOUS;
    }

    public boolean isSignedIn() {
        return getCaller().isSignedIn();
    }

    public String getName() {
        return getCaller().displayName();
    }

    public boolean isOperator() {
        return getCaller().isOperator();
    }

    /**
     * Whether the visitor has the permission, by its name, in the workspace of this page, with all or with what is shared
     * with them: {@code visitor.may('CAMPAIGN_RUN')}. What they may do it with is for the facades to say.
     */
    public boolean may(String permission) {
        return place.isInWorkspace() && getCaller().mayWithSome(place.getWorkspaceId(), Permission.valueOf(permission));
    }

    /** Whether the visitor sees only the campaigns that are shared with them. */
    public boolean isBound() {
        return may(Permission.CAMPAIGN_READ.name())
                && !getCaller().may(place.getWorkspaceId(), Permission.CAMPAIGN_READ);
    }

    /** Aliases of all workspaces that the visitor can switch to, sorted. */
    public List<String> getAliases() {
        return getCaller().aliases();
    }

    public Language getLanguage() {
        if (language == null) {
            language = cookie(LANGUAGE_COOKIE).flatMap(Language::of).orElseGet(this::accepted);
        }
        return language;
    }

    private Language accepted() {
        String header = request.getHeader("Accept-Language");
        return header == null ? Language.ENGLISH : Language.accepted(header);
    }

    /** The BCP 47 tag for {@code lang}. */
    public String getTag() {
        return getLanguage().tag();
    }

    /** The value for {@code dir}. */
    public String getDirection() {
        return getLanguage().direction().html();
    }

    /** {@code auto}, {@code light} or {@code dark}. */
    public String getTheme() {
        return cookie(THEME_COOKIE).filter(THEMES::contains).orElse("auto");
    }

    /** {@code auto} for the language's own calendar, {@code gregorian} or {@code jalali}. */
    public String getCalendar() {
        if (calendar == null) {
            calendar = cookie(CALENDAR_COOKIE).filter(CALENDARS::contains).orElse("auto");
        }
        return calendar;
    }

    /** How days are written and typed. */
    public Reckoning getReckoning() {
        return switch (getCalendar()) {
            case "jalali" -> new Reckoning(getLanguage(), true);
            case "gregorian" -> new Reckoning(getLanguage(), false);
            default -> workspaceReckoning();
        };
    }

    /** The workspace's calendar where it has chosen one for everybody, else the language's own. */
    private Reckoning workspaceReckoning() {
        try {
            String calendar =
                    place.isInWorkspace() ? workspace.getSettings().calendar() : WorkspaceCalendar.READER.key();
            return calendar.equals(WorkspaceCalendar.READER.key())
                    ? Reckoning.of(getLanguage())
                    : new Reckoning(getLanguage(), calendar.equals(WorkspaceCalendar.PERSIAN.key()));
        } catch (Problem notThere) {
            // The page that says so has days too.
            return Reckoning.of(getLanguage());
        }
    }

    /** What forms outside of Faces send back as {@code form-token}, so that they are known to be ours. */
    public String getFormToken() {
        Object token = request.getAttribute("org.entezar.form-token");
        return token == null ? "" : token.toString();
    }

    /** The address as the visitor sees it, with its query: where to come back to. */
    public String getAddress() {
        Object forwarded = request.getAttribute("jakarta.servlet.forward.request_uri");
        Object forwardedQuery = request.getAttribute("jakarta.servlet.forward.query_string");
        String uri = forwarded == null ? request.getRequestURI() : forwarded.toString();
        Object query = forwarded == null ? request.getQueryString() : forwardedQuery;
        return query == null ? uri : uri + "?" + query;
    }

    private Optional<String> cookie(String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
