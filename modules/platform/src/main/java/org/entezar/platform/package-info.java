/** What every feature stands on; each package below is one part of it. */
@NullMarked
package org.entezar.platform;

import org.jspecify.annotations.NullMarked;
