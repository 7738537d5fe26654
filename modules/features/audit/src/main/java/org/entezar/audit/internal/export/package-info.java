/** Evidence archives: written as a job, kept as files for a week. */
@NullMarked
package org.entezar.audit.internal.export;

import org.jspecify.annotations.NullMarked;
