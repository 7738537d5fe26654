/** Everything that an operator may set, in one typed catalogue: {@link org.entezar.kernel.settings.Setting}. */
@NullMarked
package org.entezar.kernel.settings;

import org.jspecify.annotations.NullMarked;
