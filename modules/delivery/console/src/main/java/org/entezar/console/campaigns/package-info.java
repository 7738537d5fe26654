/** The pages about campaigns: the list, a new one, one with its link, QR code and state. */
@NullMarked
package org.entezar.console.campaigns;

import org.jspecify.annotations.NullMarked;
