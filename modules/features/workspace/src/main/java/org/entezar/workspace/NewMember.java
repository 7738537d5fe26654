package org.entezar.workspace;

import java.util.Optional;
import org.entezar.kernel.Directory;
import org.entezar.kernel.Role;

/**
 * Somebody to be let into a workspace.
 *
 * @param login login or e-mail address of a person who is known on this installation; a newcomer's new login
 * @param role the first role
 * @param newcomer who it is, when nobody is known by that login yet
 */
public record NewMember(String login, Role role, Optional<Directory.Newcomer> newcomer) {}
