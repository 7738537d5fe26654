/** Rules and rows behind the face of workspaces. */
@NullMarked
package org.entezar.workspace.internal;

import org.jspecify.annotations.NullMarked;
