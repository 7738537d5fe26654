/** Disconfirmation of expectations with an indifference band, and whether losses weigh more than gains. */
@NullMarked
package org.entezar.methods.disconfirmation;

import org.jspecify.annotations.NullMarked;
