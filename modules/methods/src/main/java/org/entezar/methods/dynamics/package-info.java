/** How expectations move with every encounter: what customers think will happen and what they think should happen. */
@NullMarked
package org.entezar.methods.dynamics;

import org.jspecify.annotations.NullMarked;
