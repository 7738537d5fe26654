/** Path models between constructs by partial least squares, their quality, and their consistent correction. */
@NullMarked
package org.entezar.methods.pathmodel;

import org.jspecify.annotations.NullMarked;
