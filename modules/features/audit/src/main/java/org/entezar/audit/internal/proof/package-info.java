/** Trees over histories too large for memory. */
@NullMarked
package org.entezar.audit.internal.proof;

import org.jspecify.annotations.NullMarked;
