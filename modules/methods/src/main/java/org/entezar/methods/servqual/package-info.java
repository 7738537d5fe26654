/** SERVQUAL and SERVPERF: service quality as perception minus expectation on dimensions, and how reliable that is. */
@NullMarked
package org.entezar.methods.servqual;

import org.jspecify.annotations.NullMarked;
