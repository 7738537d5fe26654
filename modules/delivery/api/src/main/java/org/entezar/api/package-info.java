/** The REST resources under {@code /api/v1}: they read the request, call one facade method and shape the answer. */
@NullMarked
package org.entezar.api;

import org.jspecify.annotations.NullMarked;
