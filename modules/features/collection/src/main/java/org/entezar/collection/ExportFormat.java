package org.entezar.collection;

/** As what responses can be exported. */
public enum ExportFormat {
    /** Comma-separated values in UTF-8, as programs like it. */
    CSV("text/csv; charset=utf-8", "csv"),
    /** The same with a byte order mark, without which Excel takes it for another encoding. */
    CSV_FOR_EXCEL("text/csv; charset=utf-8", "csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String mediaType;
    private final String suffix;

    ExportFormat(String mediaType, String suffix) {
        this.mediaType = mediaType;
        this.suffix = suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Ending of a file's name, without the dot. */
    public String suffix() {
        return suffix;
    }
}
