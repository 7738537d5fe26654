/** The zone of tolerance between the adequate and the desired level of service. */
@NullMarked
package org.entezar.methods.zone;

import org.jspecify.annotations.NullMarked;
