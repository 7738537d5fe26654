/** Workspaces and members at Keycloak, through its administration interface. */
@NullMarked
package org.entezar.identity.internal.directory;

import org.jspecify.annotations.NullMarked;
