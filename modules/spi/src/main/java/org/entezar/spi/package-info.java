/**
 * What an industry plugin implements. A plugin brings the know-how of a trade as data and pure functions; it never sees
 * a database, HTTP or another plugin.
 */
@NullMarked
package org.entezar.spi;

import org.jspecify.annotations.NullMarked;
