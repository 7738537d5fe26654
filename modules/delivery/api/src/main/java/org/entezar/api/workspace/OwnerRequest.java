package org.entezar.api.workspace;

import java.util.Optional;

/**
 * Body of {@code PUT /workspaces/{ws}/owner}.
 *
 * @param owner login or e-mail address of a known person
 */
record OwnerRequest(Optional<String> owner) {}
