/** Demand ahead: moving averages, exponential smoothing with its likelihood, prediction intervals, backtests. */
@NullMarked
package org.entezar.methods.forecast;

import org.jspecify.annotations.NullMarked;
