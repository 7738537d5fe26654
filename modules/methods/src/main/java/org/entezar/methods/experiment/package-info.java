/** Experiments: tests, sample sizes and sequential tests that may be watched every day. */
@NullMarked
package org.entezar.methods.experiment;

import org.jspecify.annotations.NullMarked;
