package org.entezar.workspace.internal;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Violation;
import org.entezar.platform.mail.MailAddress;
import org.entezar.workspace.NewAccount;

/** What a new account must satisfy, the same as at the identity provider, so that faults are told at their fields. */
public final class AccountRules {

    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 128;
    private static final int LONGEST_NAME = 100;
    /** What the identity provider takes in no person's name. */
    private static final Pattern NO_NAME = Pattern.compile("[<>&\"$%!#?§;*~/\\\\|^=\\[\\]{}()\\p{Cntrl}]");

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9._@-]{3,60}");

    private AccountRules() {}

    /** Faults of an account for this address. */
    public static List<Violation> faults(NewAccount account, MailAddress email) {
        List<Violation> faults = new ArrayList<>();
        nameFault("/givenName", account.givenName(), faults);
        nameFault("/familyName", account.familyName(), faults);
        String password = account.password();
        if (password.length() < SHORTEST_PASSWORD
                || password.length() > LONGEST_PASSWORD
                || password.equalsIgnoreCase(email.value())) {
            faults.add(Violation.at("/password", ErrorCode.WEAK_PASSWORD));
        }
        return faults;
    }

    private static void nameFault(String pointer, String name, List<Violation> faults) {
        if (name.isBlank()) {
            faults.add(Violation.at(pointer, ErrorCode.REQUIRED));
        } else if (name.length() > LONGEST_NAME) {
            faults.add(Violation.at(pointer, ErrorCode.TOO_LONG, LONGEST_NAME));
        } else if (NO_NAME.matcher(name).find()) {
            faults.add(Violation.at(pointer, ErrorCode.NOT_A_NAME));
        }
    }

    /** The address itself where the identity provider takes it as a login; people sign in by the address in any case. */
    public static String login(Ticket ticket, MailAddress email) {
        return LOGIN.matcher(email.value()).matches()
                ? email.value()
                : "member-" + HexFormat.of().formatHex(ticket.hash(), 0, 8);
    }
}
