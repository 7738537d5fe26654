/** Structural equation models by maximum likelihood on a covariance matrix, with latent variables and fit indices. */
@NullMarked
package org.entezar.methods.structural;

import org.jspecify.annotations.NullMarked;
