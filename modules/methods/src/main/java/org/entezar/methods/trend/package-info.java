/** Trends of a measured level over time, and the verdict that a long relationship has come to a standstill. */
@NullMarked
package org.entezar.methods.trend;

import org.jspecify.annotations.NullMarked;
