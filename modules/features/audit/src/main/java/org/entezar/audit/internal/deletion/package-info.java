/** The deletion of whole workspaces: rows that outlive them, the last entry, its certificate. */
@NullMarked
package org.entezar.audit.internal.deletion;

import org.jspecify.annotations.NullMarked;
