/** What a new workspace begins with: signing up, and the first steps that tick themselves off. */
@NullMarked
package org.entezar.console.start;

import org.jspecify.annotations.NullMarked;
