/** The published methods for anybody: evaluated within bounds, and explained in three languages. */
@NullMarked
package org.entezar.calculator;

import org.jspecify.annotations.NullMarked;
