/** A real PostgreSQL that comes in a jar: unpacked, made, started with durable settings, and stopped without an orphan. */
@NullMarked
package org.entezar.postgres;

import org.jspecify.annotations.NullMarked;
