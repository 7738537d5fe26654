package org.entezar.audit.internal.portable;

import java.util.Arrays;
import java.util.Optional;

/** The files of an archive of a workspace, in the order in which they are written. */
public enum Part {
    README("README.txt"),
    MANIFEST("manifest.json"),
    SETTINGS("settings.json"),
    BRAND("brand.json"),
    LOGO("logo"),
    RETENTION("retention.json"),
    ROLES("roles.ndjson"),
    MEMBERS("members.ndjson"),
    CATEGORIES("categories.json"),
    VERSIONS("versions.ndjson"),
    DRAFTS("drafts.ndjson"),
    STANDARDS("standards.ndjson"),
    PROMISES("promises.ndjson"),
    CAMPAIGNS("campaigns.ndjson"),
    RESPONSES("responses.ndjson"),
    CASES("cases.ndjson"),
    INSIGHTS("insights.ndjson"),
    EVIDENCE("evidence.zip"),
    CONTENTS("contents.json");

    private final String file;

    Part(String file) {
        this.file = file;
    }

    /** The name in the archive. */
    public String file() {
        return file;
    }

    static Optional<Part> of(String file) {
        return Arrays.stream(values()).filter(part -> part.file.equals(file)).findFirst();
    }
}
