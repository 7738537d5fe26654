/** The installation's signing keys and their custody. */
@NullMarked
package org.entezar.audit.internal.keys;

import org.jspecify.annotations.NullMarked;
