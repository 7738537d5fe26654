/** Importance and performance: what drives the overall rating, and in which quadrant each item stands. */
@NullMarked
package org.entezar.methods.importance;

import org.jspecify.annotations.NullMarked;
