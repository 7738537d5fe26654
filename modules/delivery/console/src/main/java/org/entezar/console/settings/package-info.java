/** Settings of a workspace: name, languages, time zone, minimum group, plugins and the packs that they bring. */
@NullMarked
package org.entezar.console.settings;

import org.jspecify.annotations.NullMarked;
