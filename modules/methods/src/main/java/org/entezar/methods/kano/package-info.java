/** Kano's classes of attributes from functional and dysfunctional answers. */
@NullMarked
package org.entezar.methods.kano;

import org.jspecify.annotations.NullMarked;
