/** Payment equity: what customers pay for what they use, against the norm that they carry with them. */
@NullMarked
package org.entezar.methods.equity;

import org.jspecify.annotations.NullMarked;
