/** What keeps one busy workspace from starving others: rates, shares and turns, each kept by key and in memory. */
@NullMarked
package org.entezar.platform.fairness;

import org.jspecify.annotations.NullMarked;
