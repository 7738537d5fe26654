/** What Entezar knows of hotels; nothing of it is known outside this module. */
@NullMarked
package org.entezar.plugin.hotel;

import org.jspecify.annotations.NullMarked;
