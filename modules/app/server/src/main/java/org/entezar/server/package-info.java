/** Wires the product together: the one place that knows all features, plugins and doors. */
@NullMarked
package org.entezar.server;

import org.jspecify.annotations.NullMarked;
