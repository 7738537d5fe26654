/** Cases: complaints and recoveries that people of a workspace work, from their opening to what was done about them. */
@NullMarked
package org.entezar.relationship;

import org.jspecify.annotations.NullMarked;
