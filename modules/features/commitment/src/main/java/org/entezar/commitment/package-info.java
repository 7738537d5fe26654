/**
 * What an organisation holds itself to: its service standards and the promises that were made in its name. Each stands
 * under a category, so that it can be read beside what customers expect there, and can be seen as it was at any time.
 */
@NullMarked
package org.entezar.commitment;

import org.jspecify.annotations.NullMarked;
