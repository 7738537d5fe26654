package org.entezar.workspace;

import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Role;
import org.entezar.platform.mail.MailAddress;

/**
 * What a valid link shows to whoever opens it.
 *
 * @param alias the workspace's name in addresses
 * @param name the workspace's name
 * @param language its first language, to fall back to
 * @param role what the invited person becomes
 * @param invitedBy name of who invited
 * @param email whom the mail went to
 */
public record InvitedTo(
        String alias, LocalizedText name, String language, Role role, String invitedBy, MailAddress email) {}
