package org.entezar.collection.internal.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.FileColumn;
import org.entezar.collection.FileShape;
import org.entezar.collection.FileSurvey;
import org.entezar.collection.Import;
import org.entezar.collection.ImportId;
import org.entezar.collection.ImportMapping;
import org.entezar.collection.internal.answers.OccasionRules;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Questionnaire;

/** Uploaded files: kept in the database in pieces, so that walls and backups cover them, and read piece by piece. */
public final class ImportFiles {

    /** Most bytes of a file. */
    public static final int LARGEST = 50 * 1024 * 1024;

    private static final int CHUNK = 1024 * 1024;

    private final Work work;

    public ImportFiles(Work work) {
        this.work = work;
    }

    /**
     * What was stored.
     *
     * @param bytes size
     * @param sha256 of the bytes, in hex
     */
    public record Stored(long bytes, String sha256) {}

    /** Stores the stream in the transaction. */
    public Stored store(Tx tx, ImportId id, InputStream input) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long bytes = 0;
            int number = 0;
            for (byte[] chunk = input.readNBytes(CHUNK); chunk.length > 0; chunk = input.readNBytes(CHUNK)) {
                bytes += chunk.length;
                if (bytes > LARGEST) {
                    throw new Problem(ErrorCode.TOO_LARGE, LARGEST);
                }
                digest.update(chunk);
                ImportRows.insertChunk(tx, id, number++, chunk);
            }
            if (bytes == 0) {
                throw new Problem(ErrorCode.EMPTY_FILE);
            }
            return new Stored(bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The bytes within a transaction. */
    public InputStream open(Tx tx, ImportId id) {
        return ImportRows.stream(number -> ImportRows.chunk(tx, id, number));
    }

    /** The bytes, each piece read in a transaction of its own. */
    public InputStream open(Caller caller, WorkspaceId workspace, ImportId id) {
        return ImportRows.stream(number ->
                work.read(caller, workspace, Permission.RESPONSE_IMPORT, tx -> ImportRows.chunk(tx, id, number)));
    }

    /** How the stored file is read, as people say or as it looks. */
    public FileShape shape(Tx tx, ImportId id, Optional<String> encoding, Optional<String> separator) {
        try {
            Charset charset = encoding.isPresent() ? named(encoding.get()) : Encodings.detect(open(tx, id));
            return CsvFile.shape(() -> open(tx, id), charset, separator);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Charset named(String encoding) {
        try {
            return Charset.forName(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new Problem(ErrorCode.NOT_AN_OPTION, encoding);
        }
    }

    public ImportMapping proposeMapping(
            Tx tx, ImportId id, FileShape shape, Optional<Questionnaire> questionnaire, String timeZone) {
        return MappingProposal.propose(questionnaire, shape.columns(), samples(tx, id, shape), timeZone);
    }

    public FileSurvey proposeSurvey(Tx tx, Import one, String key, LocalizedText title, String language) {
        List<ColumnSample> samples = samples(tx, one.id(), one.shape());
        return QuestionnaireProposal.propose(
                key,
                title,
                language,
                one.shape().columns(),
                samples,
                one.mapping().timeZone());
    }

    /** The columns with some of their values. */
    public List<FileColumn> columns(Tx tx, ImportId id, FileShape shape) {
        List<ColumnSample> samples = samples(tx, id, shape);
        Set<String> given = new HashSet<>();
        List<FileColumn> columns = new ArrayList<>();
        for (int column = 0; column < samples.size(); column++) {
            String name = shape.columns().get(column);
            String key = ColumnName.key(name);
            // Names in other scripts, and names that occur twice, go by their place.
            String group = OccasionRules.isKey(key) && given.add(key) ? key : "column" + (column + 1);
            columns.add(new FileColumn(name, samples.get(column).examples(), group));
        }
        return columns;
    }

    private List<ColumnSample> samples(Tx tx, ImportId id, FileShape shape) {
        try (CsvFile file = CsvFile.open(open(tx, id), shape)) {
            return ColumnSample.of(file);
        }
    }
}
