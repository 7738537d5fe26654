/** Identity providers of organisations: looked at carefully, then made known to Keycloak. */
@NullMarked
package org.entezar.identity.internal.provider;

import org.jspecify.annotations.NullMarked;
