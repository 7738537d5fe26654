package org.entezar.collection.internal.response;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.entezar.collection.CodedAnswer;
import org.entezar.collection.ResponseConditions;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.platform.tenancy.Tx;
import org.entezar.questionnaire.Codebook;
import org.entezar.questionnaire.Questionnaire;

/** A filter as the part of a where clause over {@code response_vector v}, for responses that count. */
public final class FilterTerms {

    /** What the vectors do not hold stands in the response. */
    private static final String LANGUAGE = " and exists (select 1 from response l where l.workspace_id = ?"
            + " and l.id = v.response_id and l.language = ?)";

    private final ResponseConditions filter;
    private final OptionalInt place;

    private FilterTerms(ResponseConditions filter, OptionalInt place) {
        this.filter = filter;
        this.place = place;
    }

    /** A filter over several campaigns, which asks for no answer. */
    public static FilterTerms of(ResponseConditions filter) {
        filter.answer().ifPresent(range -> {
            throw unknown(range.of());
        });
        return new FilterTerms(filter, OptionalInt.empty());
    }

    /**
     * A filter over the responses to one version.
     *
     * @throws Problem {@link ErrorCode#MALFORMED_PARAMETER} for an answer that has no place in its vectors
     */
    public static FilterTerms of(ResponseConditions filter, Questionnaire asked) {
        return new FilterTerms(
                filter,
                filter.answer()
                        .map(range -> OptionalInt.of(place(asked, range.of())))
                        .orElse(OptionalInt.empty()));
    }

    /** Where the answer stands in the vectors of the version. */
    static int place(Questionnaire asked, CodedAnswer answer) {
        Codebook book = Codebook.of(asked);
        OptionalInt place = answer.facet()
                .map(facet -> book.index(answer.item(), facet))
                .orElseGet(() -> book.index(answer.item()));
        return place.orElseThrow(() -> unknown(answer));
    }

    private static Problem unknown(CodedAnswer answer) {
        return new Problem(
                ErrorCode.MALFORMED_PARAMETER,
                "answer",
                answer.item() + answer.facet().map(facet -> "." + facet.key()).orElse(""));
    }

    /** The code of an answer; no vector is shorter than its codebook. */
    static String code(int place) {
        return "get_byte(v.codes, " + place + ")";
    }

    /** The conditions, each after an {@code and}. */
    public String sql() {
        return " and v.withdrawn_ms is null"
                + (filter.from().isPresent() ? " and v.submitted_ms >= ?" : "")
                + (filter.to().isPresent() ? " and v.submitted_ms < ?" : "")
                + (filter.segment().isPresent() ? " and v.segment = ?" : "")
                + (filter.site().isPresent() ? " and v.site = ?" : "")
                + (filter.language().isPresent() ? LANGUAGE : "")
                + (place.isPresent()
                        ? " and " + code(place.getAsInt()) + " between ? and ? and " + code(place.getAsInt()) + " <> "
                                + Codebook.MISSING
                        : "");
    }

    /** What stands for the question marks of {@link #sql}, in order. */
    List<Object> values(Tx tx) {
        List<Object> values = new ArrayList<>();
        filter.from().ifPresent(from -> values.add(VectorReader.ceiling(from)));
        filter.to().ifPresent(to -> values.add(VectorReader.ceiling(to)));
        filter.segment().ifPresent(values::add);
        filter.site().ifPresent(values::add);
        filter.language().ifPresent(tag -> {
            values.add(tx.workspace().value());
            values.add(tag);
        });
        filter.answer().ifPresent(range -> {
            values.add(range.least());
            values.add(range.most());
        });
        return values;
    }

    /** Binds the values; returns the place after. */
    public int bind(PreparedStatement statement, int start, Tx tx) throws SQLException {
        return bind(statement, start, values(tx));
    }

    static int bind(PreparedStatement statement, int start, List<?> values) throws SQLException {
        int at = start;
        for (Object value : values) {
            statement.setObject(at++, value);
        }
        return at;
    }

    /** What was looked for, for history. */
    public static Optional<Object> told(ResponseConditions filter) {
        return filter.equals(ResponseConditions.ALL) ? Optional.empty() : Optional.of(filter);
    }
}
