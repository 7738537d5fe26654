/**
 * The console: pages for members of a workspace and operators. This package is what a page is made of: where it hangs
 * ({@link org.entezar.console.Page}), where it stands ({@link org.entezar.console.Place}), who looks at it
 * ({@link org.entezar.console.Visitor}), and how it writes words, numbers and dates.
 */
@NullMarked
package org.entezar.console;

import org.jspecify.annotations.NullMarked;
