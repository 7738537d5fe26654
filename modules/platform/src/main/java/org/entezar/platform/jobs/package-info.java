/** Long work with progress that survives a crash: queued in the database, done by a few threads, told step by step. */
@NullMarked
package org.entezar.platform.jobs;

import org.jspecify.annotations.NullMarked;
