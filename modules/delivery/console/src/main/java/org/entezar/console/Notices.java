package org.entezar.console;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the product has to say after a deed: kept over the redirect that follows it, shown once. In views:
 * {@code notices}.
 */
@Named
@SessionScoped
public class Notices implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How a notice is meant. */
    public enum Kind {
        DONE,
        WARNING,
        FAILED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One notice.
     *
     * @param kind how it is meant
     * @param text in the visitor's language
     */
    public record Notice(Kind kind, String text) implements Serializable {}

    private final ArrayList<Notice> waiting = new ArrayList<>();

    public void done(String text) {
        add(new Notice(Kind.DONE, text));
    }

    public void warn(String text) {
        add(new Notice(Kind.WARNING, text));
    }

    public void failed(String text) {
        add(new Notice(Kind.FAILED, text));
    }

    /** Hands out what is waiting and forgets it. */
    public synchronized List<Notice> take() {
        List<Notice> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    private synchronized void add(Notice notice) {
        waiting.add(notice);
    }
}
