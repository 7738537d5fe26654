/** Writes responses in groups and streams them out again. */
@NullMarked
package org.entezar.collection.internal.response;

import org.jspecify.annotations.NullMarked;
