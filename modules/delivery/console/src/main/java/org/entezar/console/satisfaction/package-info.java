/** The page on which satisfaction is followed over months, quarters and years. */
@NullMarked
package org.entezar.console.satisfaction;

import org.jspecify.annotations.NullMarked;
