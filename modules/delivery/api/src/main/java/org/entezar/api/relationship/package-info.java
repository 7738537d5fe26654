/** Cases: complaints and recoveries being worked. */
@NullMarked
package org.entezar.api.relationship;

import org.jspecify.annotations.NullMarked;
