/** Evidence archives: a history for a period in one zip file, and its verification by whoever holds nothing but it. */
@NullMarked
package org.entezar.evidence.archive;

import org.jspecify.annotations.NullMarked;
