/** Makes satisfaction histories: one pass over responses into counts for each period and run of comparable versions. */
@NullMarked
package org.entezar.insight.internal.history;

import org.jspecify.annotations.NullMarked;
