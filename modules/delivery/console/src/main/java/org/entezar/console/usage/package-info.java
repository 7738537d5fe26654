/** What the workspace uses of the installation, for those who run it. */
@NullMarked
package org.entezar.console.usage;

import org.jspecify.annotations.NullMarked;
