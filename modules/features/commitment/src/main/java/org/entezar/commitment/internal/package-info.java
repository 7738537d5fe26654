/** The one register that standards and promises are kept in, and what each of them must satisfy. */
@NullMarked
package org.entezar.commitment.internal;

import org.jspecify.annotations.NullMarked;
