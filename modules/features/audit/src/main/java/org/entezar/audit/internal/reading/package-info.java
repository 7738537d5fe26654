/** Entries as they are read out of their table. */
@NullMarked
package org.entezar.audit.internal.reading;

import org.jspecify.annotations.NullMarked;
