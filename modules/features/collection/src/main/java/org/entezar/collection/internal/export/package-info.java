/** Writes the responses of a campaign as tables for spreadsheets, row by row. */
@NullMarked
package org.entezar.collection.internal.export;

import org.jspecify.annotations.NullMarked;
