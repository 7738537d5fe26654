/** The operator's command: prepares the data folder, starts database, identity and server in order, and watches them. */
@NullMarked
package org.entezar.launcher;

import org.jspecify.annotations.NullMarked;
