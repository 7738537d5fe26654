package org.entezar.server;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.entezar.kernel.settings.Setting;
import org.entezar.kernel.settings.Settings;
import org.entezar.platform.mail.MailAddress;
import org.entezar.platform.mail.Post;
import org.entezar.platform.mail.SmtpPost;
import org.entezar.platform.mail.SmtpSettings;

/**
 * How mail leaves.
 *
 * @param smtp the mail server; empty where there is none, and mails wait
 * @param from whom mails come from
 * @param fromName the name shown with it
 * @param secrets folder of the key that seals what waits
 * @param checkpoints where checkpoints of every workspace go besides to their auditors
 * @param readable whether what waits is read in the console, as in a demo without a mail server
 */
record MailPlan(
        Optional<SmtpSettings> smtp,
        MailAddress from,
        String fromName,
        Path secrets,
        Optional<MailAddress> checkpoints,
        boolean readable) {

    /** What the settings say. */
    static MailPlan of(Settings settings) {
        Optional<String> host = settings.find(Setting.MAIL_HOST);
        Path secrets = settings.path(Setting.DATA_DIR).resolve("secrets");
        String name = settings.text(Setting.MAIL_FROM_NAME);
        Optional<MailAddress> checkpoints =
                settings.find(Setting.EVIDENCE_ANCHOR_MAIL).map(MailAddress::new);
        if (host.isEmpty()) {
            return new MailPlan(
                    Optional.empty(),
                    new MailAddress("entezar@localhost"),
                    name,
                    secrets,
                    checkpoints,
                    settings.flag(Setting.DEMO));
        }
        Optional<SmtpSettings.Account> account = settings.find(Setting.MAIL_USER)
                .map(user -> new SmtpSettings.Account(user, settings.text(Setting.MAIL_PASSWORD)));
        SmtpSettings smtp = new SmtpSettings(
                host.get(),
                settings.number(Setting.MAIL_PORT),
                SmtpSettings.Security.valueOf(
                        settings.text(Setting.MAIL_SECURITY).toUpperCase(Locale.ROOT)),
                account);
        return new MailPlan(
                Optional.of(smtp),
                new MailAddress(settings.text(Setting.MAIL_FROM)),
                name,
                secrets,
                checkpoints,
                false);
    }

    Optional<Post> post(Clock clock) {
        return smtp.map(server -> new SmtpPost(server, from, fromName, clock));
    }
}
