/** Pages about outside auditors: who is invited, what they ask and find, what is answered. */
@NullMarked
package org.entezar.console.engagements;

import org.jspecify.annotations.NullMarked;
