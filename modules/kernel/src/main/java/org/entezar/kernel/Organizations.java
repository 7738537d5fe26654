package org.entezar.kernel;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The identity provider as a whole, for holding it against our own directory of workspaces: it may be changed without us,
 * and an attempt of ours may have been cut off. Talks over the network; each method may throw {@link Problem}
 * {@link ErrorCode#IDENTITY_UNAVAILABLE}.
 */
public interface Organizations {

    /**
     * An organization as it stands there.
     *
     * @param alias its name in addresses and tokens
     * @param enabled whether its people can come in
     * @param founding what made it, when a {@link Foundings founding} did and it is still marked so
     */
    record Organization(WorkspaceId id, String alias, boolean enabled, Optional<String> founding) {}

    /** All of them. */
    List<Organization> all();

    /** Roles whose group is missing in the organization, or gives nothing there. */
    List<Role> missingRoles(WorkspaceId workspace);

    /** Makes the groups that are missing. */
    void completeRoles(WorkspaceId workspace);

    /** Lets the people of an organization that was switched off in again. */
    void enable(WorkspaceId workspace);

    /** Client ids of the programs of workspaces. */
    Set<String> programs();
}
