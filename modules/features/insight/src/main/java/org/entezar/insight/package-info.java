/** What the responses to a campaign say: a published method applied to a selection of them, with n and uncertainty. */
@NullMarked
package org.entezar.insight;

import org.jspecify.annotations.NullMarked;
