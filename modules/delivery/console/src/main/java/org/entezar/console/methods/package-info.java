/** The public calculator: what each method tells, an example to change, and its result as picture and table. */
@NullMarked
package org.entezar.console.methods;

import org.jspecify.annotations.NullMarked;
