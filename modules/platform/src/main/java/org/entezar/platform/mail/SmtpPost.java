package org.entezar.platform.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends by SMTP (RFC 5321), one connection a mail: mails are few here, and a connection kept open breaks unseen. */
public final class SmtpPost implements Post {

    private static final int PATIENCE = 20_000;
    private static final int LONGEST_ANSWER = 300;
    private static final Pattern ANSWER = Pattern.compile("^([45])[0-9][0-9][ -]", Pattern.MULTILINE);

    private final SmtpSettings settings;
    private final MailAddress from;
    private final String fromName;
    private final Clock clock;
    private final Session session;

    /**
     * @param from whom mail comes from
     * @param fromName the name shown with it
     */
    public SmtpPost(SmtpSettings settings, MailAddress from, String fromName, Clock clock) {
        this.settings = settings;
        this.from = from;
        this.fromName = fromName.replaceAll("\\p{Cc}+", " ").strip();
        this.clock = clock;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(SmtpSettings settings) {
        String timeout = String.valueOf(PATIENCE);
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", String.valueOf(settings.port()));
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        properties.put("mail.smtp.auth", String.valueOf(settings.account().isPresent()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.security()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case NONE -> {}
        }
        return properties;
    }

    @Override
    public void deliver(Parcel parcel) throws Undelivered {
        try (Transport transport = session.getTransport()) {
            MimeMessage message = message(parcel);
            if (settings.account().isPresent()) {
                SmtpSettings.Account account = settings.account().get();
                transport.connect(settings.host(), settings.port(), account.user(), account.password());
            } else {
                transport.connect();
            }
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException failure) {
            throw undelivered(failure);
        }
    }

    private MimeMessage message(Parcel parcel) throws MessagingException {
        Letter letter = parcel.letter();
        String charset = StandardCharsets.UTF_8.name();
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                // The same at each attempt, so that a mail that arrives twice is known to be one.
                setHeader("Message-ID", "<" + parcel.messageId() + ">");
            }
        };
        try {
            message.setFrom(new InternetAddress(from.value(), fromName, charset));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(parcel.recipient().value(), true));
        message.setSubject(letter.subject(), charset);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", letter.language().tag());
        MimeBodyPart text = new MimeBodyPart();
        text.setText(LetterLayout.text(letter), charset);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(LetterLayout.html(letter), charset, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    /** The innermost refusal in the server's own words says whether it is for good. */
    private static Undelivered undelivered(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            return new Undelivered(MailFault.AUTHENTICATION, words(failure));
        }
        for (Exception cause = failure; cause instanceof MessagingException known; cause = known.getNextException()) {
            Matcher answer = ANSWER.matcher(words(cause));
            if (answer.find()) {
                boolean forGood = answer.group(1).equals("5");
                return new Undelivered(forGood ? MailFault.REFUSED : MailFault.REFUSED_FOR_NOW, words(cause));
            }
        }
        return new Undelivered(MailFault.UNREACHABLE, words(failure));
    }

    private static String words(Exception failure) {
        String message = failure.getMessage();
        String line = message == null
                ? failure.getClass().getSimpleName().toLowerCase(Locale.ROOT)
                : message.replaceAll("\\p{Cc}+", " ").strip();
        return line.length() <= LONGEST_ANSWER ? line : line.substring(0, LONGEST_ANSWER);
    }
}
