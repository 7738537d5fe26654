/** Holds answers to the rules of their published version and codes them as bytes. */
@NullMarked
package org.entezar.collection.internal.answers;

import org.jspecify.annotations.NullMarked;
