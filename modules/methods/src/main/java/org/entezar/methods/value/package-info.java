/** What customers are worth: recency, frequency, money; lifetime value; who still buys, how often and for how much. */
@NullMarked
package org.entezar.methods.value;

import org.jspecify.annotations.NullMarked;
