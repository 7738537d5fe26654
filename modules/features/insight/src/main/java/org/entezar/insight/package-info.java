/** What the answers say: published methods applied to selections of responses. */
@NullMarked
package org.entezar.insight;

import org.jspecify.annotations.NullMarked;
