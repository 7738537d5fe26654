/** Reads files of answers: their encoding, their columns and their rows. */
@NullMarked
package org.entezar.collection.internal.imports;

import org.jspecify.annotations.NullMarked;
