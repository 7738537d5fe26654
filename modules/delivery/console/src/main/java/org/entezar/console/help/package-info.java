/** The help: pages of the documentation in the reader's language, beside the page they explain or on their own. */
@NullMarked
package org.entezar.console.help;

import org.jspecify.annotations.NullMarked;
