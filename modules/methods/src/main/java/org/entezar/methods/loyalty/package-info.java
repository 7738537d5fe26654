/** Loyalty, what dissatisfied customers do, the stages of leaving, and how much price difference customers bear. */
@NullMarked
package org.entezar.methods.loyalty;

import org.jspecify.annotations.NullMarked;
