package org.entezar.workspace;

import java.time.Instant;

/**
 * A plugin that no workspace of the installation may use for now.
 *
 * @param plugin its id
 * @param reason why, as the operator said
 * @param withdrawnBy name of the operator
 * @param withdrawnAt since when
 */
public record WithdrawnPlugin(String plugin, String reason, String withdrawnBy, Instant withdrawnAt) {}
