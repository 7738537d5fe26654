/** What Entezar knows of hospitals; nothing of it is known outside this module. */
@NullMarked
package org.entezar.plugin.hospital;

import org.jspecify.annotations.NullMarked;
