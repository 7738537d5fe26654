package org.entezar.api.audit;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.entezar.audit.EvidenceFile;

/** Archives on their way out, streamed. */
final class Downloads {

    static final String ZIP = "application/zip";

    private Downloads() {}

    static Response of(EvidenceFile file) {
        StreamingOutput bytes = output -> {
            try (InputStream content = file.content().get()) {
                content.transferTo(output);
            }
        };
        return Response.ok(bytes)
                .type(ZIP)
                .header(HttpHeaders.CONTENT_LENGTH, file.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                .build();
    }
}
