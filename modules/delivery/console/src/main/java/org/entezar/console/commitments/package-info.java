/** Service standards and promises: the lists, as they stand and as they stood, and the forms that write them. */
@NullMarked
package org.entezar.console.commitments;

import org.jspecify.annotations.NullMarked;
