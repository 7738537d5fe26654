/** What the methods cost, by JMH: the table of docs/methods/performance.md. */
@NullMarked
package org.entezar.bench.methods;

import org.jspecify.annotations.NullMarked;
