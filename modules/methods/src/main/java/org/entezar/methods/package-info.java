/** The published methods of expectation management: records in, records out, no framework and no database. */
@NullMarked
package org.entezar.methods;

import org.jspecify.annotations.NullMarked;
