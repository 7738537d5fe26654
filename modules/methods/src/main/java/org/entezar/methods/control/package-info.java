/** Control charts: CUSUM, EWMA and shares, judged against a calm reference period. */
@NullMarked
package org.entezar.methods.control;

import org.jspecify.annotations.NullMarked;
