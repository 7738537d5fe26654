/** Serial claimants: whom a human should look at because unjustified claims are too many for chance. */
@NullMarked
package org.entezar.methods.claimants;

import org.jspecify.annotations.NullMarked;
