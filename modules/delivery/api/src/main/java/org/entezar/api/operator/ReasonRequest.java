package org.entezar.api.operator;

import java.util.Optional;

/**
 * Body of what operators do only with a reason.
 *
 * @param reason kept in the histories
 */
record ReasonRequest(Optional<String> reason) {}
