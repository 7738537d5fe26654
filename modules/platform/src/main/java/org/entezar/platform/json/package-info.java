/** How values become JSON and back, the same everywhere. */
@NullMarked
package org.entezar.platform.json;

import org.jspecify.annotations.NullMarked;
