/** People of a workspace: members, roles, invitations and the mails that carry them; and the way in for the invited. */
@NullMarked
package org.entezar.console.people;

import org.jspecify.annotations.NullMarked;
