package org.entezar.console.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.entezar.kernel.WorkspaceId;
import org.junit.jupiter.api.Test;

class WatchersTest {

    private final Watchers watchers = new Watchers();

    private static WorkspaceId workspace(int number) {
        return new WorkspaceId(new UUID(number, number));
    }

    private int entered(int wanted, int workspace, String prefix, int people) {
        int entered = 0;
        for (int i = 0; i < wanted; i++) {
            entered += watchers.enter(workspace(workspace), prefix + i % people) ? 1 : 0;
        }
        return entered;
    }

    @Test
    void onePersonOneWorkspaceAndAllTogetherAreBounded() {
        assertThat(entered(10, 1, "a", 1)).isEqualTo(Watchers.MOST_OF_PERSON);
        assertThat(entered(100, 1, "b", 100)).isEqualTo(Watchers.MOST_OF_WORKSPACE - Watchers.MOST_OF_PERSON);
        assertThat(entered(100, 2, "b", 100)).isEqualTo(Watchers.MOST_OF_WORKSPACE);
        assertThat(entered(100, 3, "b", 100)).isEqualTo(Watchers.MOST - 2 * Watchers.MOST_OF_WORKSPACE);
    }

    @Test
    void whoLeavesMakesRoom() {
        assertThat(entered(10, 1, "a", 1)).isEqualTo(Watchers.MOST_OF_PERSON);
        watchers.leave(workspace(1), "a0");
        assertThat(watchers.enter(workspace(1), "a0")).isTrue();
        assertThat(watchers.enter(workspace(1), "a0")).isFalse();
    }
}
