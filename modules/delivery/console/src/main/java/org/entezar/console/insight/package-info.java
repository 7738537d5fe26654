/** Pages that show what the responses say: the finding in a sentence, the picture, then the table. */
@NullMarked
package org.entezar.console.insight;

import org.jspecify.annotations.NullMarked;
