package org.entezar.workspace.internal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.entezar.kernel.Messages;
import org.entezar.platform.mail.Letter;
import org.entezar.workspace.MemberInvitation;
import org.entezar.workspace.Workspace;

/** The mail that an invitation is. */
public final class InvitationLetter {

    private static final Messages WORDS = new Messages("org.entezar.workspace.letters", InvitationLetter.class);
    private static final char ISOLATE = '\u2068';
    private static final char POP = '\u2069';

    private InvitationLetter() {}

    /** @param days for which the link works */
    public static Letter of(Workspace workspace, MemberInvitation invitation, URI link, long days) {
        String name = isolated(workspace.name().best(invitation.language().tag(), workspace.defaultLanguage()));
        String inviter = isolated(invitation.invitedBy());
        String role = text(invitation, "role." + invitation.role().key());
        return new Letter(
                invitation.language(),
                text(invitation, "invitation.subject", name),
                text(invitation, "invitation.greeting"),
                List.of(
                        text(invitation, "invitation.who", inviter, name, role),
                        text(invitation, "invitation.does." + invitation.role().key()),
                        text(invitation, "invitation.how", days)),
                Optional.of(new Letter.Link(text(invitation, "invitation.accept"), link)),
                List.of(text(invitation, "invitation.not-you"), text(invitation, "invitation.automatic")));
    }

    private static String text(MemberInvitation invitation, String key, Object... arguments) {
        return WORDS.text(invitation.language(), key, arguments);
    }

    /** Keeps the direction of a name within a sentence of the other direction. */
    private static String isolated(String name) {
        return ISOLATE + name + POP;
    }
}
