/** The five gaps of the service quality model, all as actual minus reference, and their causes. */
@NullMarked
package org.entezar.methods.gaps;

import org.jspecify.annotations.NullMarked;
