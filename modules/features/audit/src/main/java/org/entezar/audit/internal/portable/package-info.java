/** Everything of a workspace in one file: written as it is read, and read with distrust. */
@NullMarked
package org.entezar.audit.internal.portable;

import org.jspecify.annotations.NullMarked;
