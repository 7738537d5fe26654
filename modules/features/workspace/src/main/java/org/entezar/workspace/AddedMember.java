package org.entezar.workspace;

import java.util.Optional;
import org.entezar.kernel.Directory;

/**
 * A new member.
 *
 * @param member as the identity provider knows them now
 * @param temporaryPassword a newcomer's, to be handed over once; kept nowhere
 */
public record AddedMember(Directory.Member member, Optional<String> temporaryPassword) {
    @Override
    public String toString() {
        return "AddedMember[" + member + "]";
    }
}
