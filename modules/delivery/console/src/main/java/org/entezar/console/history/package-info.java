/** What auditors come for: the history in plain words, its signed states, how things stood on a day, and how figures went. */
@NullMarked
package org.entezar.console.history;

import org.jspecify.annotations.NullMarked;
