/** Organisations as tenants: their directory, settings and the plugins switched on. */
@NullMarked
package org.entezar.workspace;

import org.jspecify.annotations.NullMarked;
