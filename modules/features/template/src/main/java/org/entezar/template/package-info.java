/** Template packs: know-how of a trade as data, checked before it is believed, installed into a workspace. */
@NullMarked
package org.entezar.template;

import org.jspecify.annotations.NullMarked;
