/** What Entezar knows of retail; nothing of it is known outside this module. */
@NullMarked
package org.entezar.plugin.retail;

import org.jspecify.annotations.NullMarked;
