package org.entezar.console.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.entezar.kernel.WorkspaceId;
import org.junit.jupiter.api.Test;

class EditorsPresentTest {

    private static final WorkspaceId HERE = new WorkspaceId(new UUID(1, 1));
    private static final WorkspaceId THERE = new WorkspaceId(new UUID(2, 2));

    private final Hands hands = new Hands();
    private final EditorsPresent present = new EditorsPresent();

    EditorsPresentTest() {
        present.clock = hands;
    }

    private List<String> sign(WorkspaceId workspace, String key, String tab) {
        return present.note(workspace, key, tab, "name of " + tab, "item of " + tab).stream()
                .map(EditorsPresent.Present::name)
                .toList();
    }

    @Test
    void eachHearsOfTheOthersAndNotOfItself() {
        assertThat(sign(HERE, "stay", "a")).isEmpty();
        assertThat(sign(HERE, "stay", "b")).containsExactly("name of a");
        assertThat(sign(HERE, "stay", "a")).containsExactly("name of b");
    }

    @Test
    void otherQuestionnairesAndOtherWorkspacesAreApart() {
        sign(HERE, "stay", "a");
        assertThat(sign(HERE, "visit", "b")).isEmpty();
        assertThat(sign(THERE, "stay", "c")).isEmpty();
    }

    @Test
    void whoGivesNoSignIsForgottenAndWhoLeavesIsAtOnce() {
        sign(HERE, "stay", "a");
        hands.forward(Duration.ofSeconds(31));
        assertThat(sign(HERE, "stay", "b")).isEmpty();
        present.leave(HERE, "stay", "b");
        assertThat(sign(HERE, "stay", "c")).isEmpty();
    }

    @Test
    void aCrowdIsBounded() {
        for (int i = 0; i < 100; i++) {
            sign(HERE, "stay", "tab" + i);
        }
        assertThat(sign(HERE, "stay", "tab0")).hasSize(29);
    }

    /** A clock that is moved by hand. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
