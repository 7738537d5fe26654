/** How long responses and words are kept, what holds keep longer, and the job that erases the rest. */
@NullMarked
package org.entezar.collection.internal.retention;

import org.jspecify.annotations.NullMarked;
