/** Resources about service standards and promises. */
@NullMarked
package org.entezar.api.commitment;

import org.jspecify.annotations.NullMarked;
