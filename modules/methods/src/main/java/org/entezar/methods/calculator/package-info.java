/** Every method as a named function from a plain tree of inputs to a plain tree of outputs, and the command line. */
@NullMarked
package org.entezar.methods.calculator;

import org.jspecify.annotations.NullMarked;
