/** Segments of customers: k-means on measures, latent classes on answers, and how stable the segments are. */
@NullMarked
package org.entezar.methods.segmentation;

import org.jspecify.annotations.NullMarked;
