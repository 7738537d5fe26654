/** The words that every module shares: ids, localised text, permissions, error codes. Knows the JDK only. */
@NullMarked
package org.entezar.kernel;

import org.jspecify.annotations.NullMarked;
