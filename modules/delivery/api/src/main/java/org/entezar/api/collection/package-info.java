/** Campaigns, the responses to them, imports of files, and the jobs that read those. */
@NullMarked
package org.entezar.api.collection;

import org.jspecify.annotations.NullMarked;
