package org.entezar.platform.mail;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.entezar.kernel.Uuids;

/** Id of a mail; the part before the @ of its Message-ID. */
public record MailId(@JsonValue UUID value) {

    public static MailId parse(String text) {
        return new MailId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
