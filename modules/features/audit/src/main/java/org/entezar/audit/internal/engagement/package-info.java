/** Engagements of outside auditors and their remarks in their tables. */
@NullMarked
package org.entezar.audit.internal.engagement;

import org.jspecify.annotations.NullMarked;
