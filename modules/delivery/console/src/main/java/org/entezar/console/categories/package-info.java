/** The tree of what customers have expectations about, edited as a whole. */
@NullMarked
package org.entezar.console.categories;

import org.jspecify.annotations.NullMarked;
