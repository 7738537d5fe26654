/** Statistics that several methods share: means, intervals, quantiles, ranks, bootstrap; on Hipparchus' distributions. */
@NullMarked
package org.entezar.methods.statistics;

import org.jspecify.annotations.NullMarked;
