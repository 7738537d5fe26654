/** Fuzzy comprehensive evaluation of graded factors, and weights by the analytic hierarchy process. */
@NullMarked
package org.entezar.methods.fuzzy;

import org.jspecify.annotations.NullMarked;
