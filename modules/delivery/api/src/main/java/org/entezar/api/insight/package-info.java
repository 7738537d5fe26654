/** Figures over the responses of a campaign. */
@NullMarked
package org.entezar.api.insight;

import org.jspecify.annotations.NullMarked;
