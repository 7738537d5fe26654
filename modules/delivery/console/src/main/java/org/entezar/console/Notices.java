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
     * @param undo the address of this product that takes the deed back when it is posted to; empty where nothing does
     */
    public record Notice(Kind kind, String text, String undo) implements Serializable {}

    private final ArrayList<Notice> waiting = new ArrayList<>();

    public void done(String text) {
        done(text, "");
    }

    /**
     * Says that a deed was done and offers to take it back.
     *
     * @param undo address of an {@link Action} that takes POST and undoes the deed; empty where nothing does
     */
    public void done(String text, String undo) {
        add(new Notice(Kind.DONE, text, undo));
    }

    public void warn(String text) {
        add(new Notice(Kind.WARNING, text, ""));
    }

    public void failed(String text) {
        add(new Notice(Kind.FAILED, text, ""));
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
