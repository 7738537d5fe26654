/** Workspaces over REST. */
@NullMarked
package org.entezar.api.workspace;

import org.jspecify.annotations.NullMarked;
