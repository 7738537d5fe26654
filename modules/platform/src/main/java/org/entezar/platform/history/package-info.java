/** Writes the append-only record of a workspace, one hash-chained entry for every change. */
@NullMarked
package org.entezar.platform.history;

import org.jspecify.annotations.NullMarked;
