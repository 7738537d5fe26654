/** How answers come in: campaigns, public links, responses and imports. */
@NullMarked
package org.entezar.collection;

import org.jspecify.annotations.NullMarked;
