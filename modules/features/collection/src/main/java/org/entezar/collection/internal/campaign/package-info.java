/** Campaigns, the links that lead to them and what is kept of them in memory. */
@NullMarked
package org.entezar.collection.internal.campaign;

import org.jspecify.annotations.NullMarked;
