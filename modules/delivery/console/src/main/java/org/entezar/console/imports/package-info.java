/** The pages about files of answers: bring one, say what its columns hold, try it, read it in, take it back. */
@NullMarked
package org.entezar.console.imports;

import org.jspecify.annotations.NullMarked;
