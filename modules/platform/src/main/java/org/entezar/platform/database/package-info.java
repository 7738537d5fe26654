/** The one place that knows how to reach PostgreSQL: the pool, the role's limits and the migrations. */
@NullMarked
package org.entezar.platform.database;

import org.jspecify.annotations.NullMarked;
