/** Pages about cases: what is to be worked, one case with what happened to it, and its opening. */
@NullMarked
package org.entezar.console.cases;

import org.jspecify.annotations.NullMarked;
