/** How cases are kept and their words sealed. */
@NullMarked
package org.entezar.relationship.internal;

import org.jspecify.annotations.NullMarked;
