/** What surrounds every page: the door that leads an address to its page, error pages, files, preferences. */
@NullMarked
package org.entezar.console.frame;

import org.jspecify.annotations.NullMarked;
