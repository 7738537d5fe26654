package org.entezar.kernel;

import java.util.UUID;

/** The id of something that can be shared with single people of a workspace, such as a campaign. */
public interface Shareable {

    UUID value();
}
