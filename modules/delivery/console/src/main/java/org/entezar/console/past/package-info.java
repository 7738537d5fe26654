/** The switch that shows a page as it was known at some time, and the words for what happened since. */
@NullMarked
package org.entezar.console.past;

import org.jspecify.annotations.NullMarked;
