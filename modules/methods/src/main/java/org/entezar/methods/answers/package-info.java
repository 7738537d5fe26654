/** Coded answers counted without an object for each: histograms from which exact figures follow at any size. */
@NullMarked
package org.entezar.methods.answers;

import org.jspecify.annotations.NullMarked;
