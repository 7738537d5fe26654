/** Reading the history of a workspace, and proving that nothing in it was altered or left out. */
@NullMarked
package org.entezar.audit;

import org.jspecify.annotations.NullMarked;
