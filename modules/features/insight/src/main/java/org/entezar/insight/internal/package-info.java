/** How insights are computed: one pass over coded answers into the accumulators of the methods. */
@NullMarked
package org.entezar.insight.internal;

import org.jspecify.annotations.NullMarked;
