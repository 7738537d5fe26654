/** Making, keeping and anchoring signed states of a history. */
@NullMarked
package org.entezar.audit.internal.checkpoint;

import org.jspecify.annotations.NullMarked;
