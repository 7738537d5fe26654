package org.entezar.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.questionnaire.internal.AnswerReferences;
import org.entezar.questionnaire.internal.AnswerValues;

/**
 * When an item is shown: an expression of CEL (Common Expression Language) over earlier answers, such as
 * {@code answers.nps <= 6} or {@code answers.sq01.perceived < answers.sq01.expected}. It has no loops, reaches nothing
 * but the answers, and a comparison with an answer that was not given does not hold. Parsed once, evaluated by many
 * threads, in about a microsecond.
 */
public final class Condition {

    /** Longest condition, in characters. */
    public static final int LONGEST = 500;

    private static final Pattern CEL_MESSAGE = Pattern.compile("ERROR: <input>:\\d+:(\\d+): (.+?)(?: expecting .*)?");

    private static final String ANSWERS = "answers";

    /**
     * An answer that a condition looks at.
     *
     * @param item key of the item
     * @param facet key of the facet, where one of a rating is named
     */
    public record Reference(String item, Optional<String> facet) {}

    private final String text;
    private final CelRuntime.Program program;
    private final Set<Reference> references;

    private Condition(String text, CelRuntime.Program program, Set<Reference> references) {
        this.text = text;
        this.program = program;
        this.references = references;
    }

    /**
     * Reads a condition.
     *
     * @throws Problem {@link ErrorCode#BAD_CONDITION} with what is wrong and where
     */
    public static Condition parse(String text) {
        if (text.length() > LONGEST) {
            throw new Problem(ErrorCode.TOO_LONG, LONGEST);
        }
        try {
            CelAbstractSyntaxTree tree = Language.CEL.compile(text).getAst();
            Set<Reference> references = AnswerReferences.in(tree, ANSWERS);
            return new Condition(text, Language.CEL.createProgram(tree), references);
        } catch (CelValidationException invalid) {
            throw new Problem(ErrorCode.BAD_CONDITION, firstLine(invalid));
        } catch (CelEvaluationException | StackOverflowError unusable) {
            throw new Problem(ErrorCode.BAD_CONDITION, text);
        }
    }

    /** The first of what CEL has to say: the column, and what is there, without the list of all that could be. */
    private static String firstLine(CelValidationException invalid) {
        String line = String.valueOf(invalid.getMessage()).lines().findFirst().orElse("");
        Matcher parts = CEL_MESSAGE.matcher(line);
        return parts.matches() ? parts.group(1) + ": " + parts.group(2) : line;
    }

    /** Whether the condition is met by these answers, keyed by item; absent answers were not given. */
    public boolean holds(Map<String, JsonNode> answers) {
        Map<String, Object> seen = new HashMap<>();
        for (Reference reference : references) {
            JsonNode answer = answers.get(reference.item());
            if (answer != null && !answer.isNull()) {
                seen.put(reference.item(), AnswerValues.of(answer));
            }
        }
        try {
            return Boolean.TRUE.equals(program.eval(Map.of(ANSWERS, seen)));
        } catch (CelEvaluationException notGiven) {
            return false;
        }
    }

    /** The answers that it looks at. */
    public Set<Reference> references() {
        return references;
    }

    @Override
    public String toString() {
        return text;
    }

    /** Loaded with the first condition, since the language costs an installation without conditions nothing. */
    private static final class Language {
        private static final Cel CEL = CelFactory.standardCelBuilder()
                .setOptions(CelOptions.current()
                        .enableHeterogeneousNumericComparisons(true)
                        .maxExpressionCodePointSize(LONGEST)
                        .maxParseRecursionDepth(30)
                        .build())
                .setStandardMacros(CelStandardMacro.HAS)
                .addVar(ANSWERS, MapType.create(SimpleType.STRING, SimpleType.DYN))
                .setResultType(SimpleType.BOOL)
                .build();
    }
}
