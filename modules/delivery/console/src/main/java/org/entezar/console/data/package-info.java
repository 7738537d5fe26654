/** What a workspace does with its data as a whole: how long it is kept, what is held, taken out, brought in, deleted. */
@NullMarked
package org.entezar.console.data;

import org.jspecify.annotations.NullMarked;
