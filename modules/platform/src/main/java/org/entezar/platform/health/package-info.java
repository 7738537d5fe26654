/** How the parts of an installation are, for those who run it. */
@NullMarked
package org.entezar.platform.health;

import org.jspecify.annotations.NullMarked;
