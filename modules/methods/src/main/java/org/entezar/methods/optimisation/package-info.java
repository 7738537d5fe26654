/** The quasi-Newton search that all maximum likelihood fits share. */
@NullMarked
package org.entezar.methods.optimisation;

import org.jspecify.annotations.NullMarked;
