package org.entezar.console.campaigns;

import java.util.HashMap;
import java.util.Map;
import org.entezar.kernel.WorkspaceId;

/**
 * How many connections are held open, each of which holds a thread of the server: so many in all, of one workspace, and
 * of one person. Whoever finds no room has the page as it was drawn, and may draw it again.
 */
final class Watchers {

    static final int MOST = 40;
    static final int MOST_OF_WORKSPACE = 15;
    static final int MOST_OF_PERSON = 4;

    private record Person(WorkspaceId workspace, String name) {}

    private final Map<Object, Integer> open = new HashMap<>();
    private int all;

    /** Whether there was room; then {@link #leave} must follow. */
    synchronized boolean enter(WorkspaceId workspace, String name) {
        Person person = new Person(workspace, name);
        if (all >= MOST
                || open.getOrDefault(workspace, 0) >= MOST_OF_WORKSPACE
                || open.getOrDefault(person, 0) >= MOST_OF_PERSON) {
            return false;
        }
        all++;
        open.merge(workspace, 1, Integer::sum);
        open.merge(person, 1, Integer::sum);
        return true;
    }

    synchronized void leave(WorkspaceId workspace, String name) {
        all--;
        less(workspace);
        less(new Person(workspace, name));
    }

    private void less(Object key) {
        int left = open.getOrDefault(key, 0) - 1;
        if (left > 0) {
            open.put(key, left);
        } else {
            open.remove(key);
        }
    }
}
