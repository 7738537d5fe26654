package org.entezar.methods.structural;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * Reads the part of lavaan's model language that covariance models need: {@code f =~ x1 + x2}, {@code y ~ x},
 * {@code a ~~ b}, with {@code 1*x} (fixed), {@code NA*x} (freed) and {@code name*x} (equal where the name is equal);
 * {@code #} or {@code !} starts a comment, a line or {@code ;} ends a statement, a line that ends in an operator goes on.
 */
final class ModelSyntax {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_.][\\p{L}\\p{N}_.]*");
    private static final Pattern OPERATOR = Pattern.compile("=~|~~|~");
    private static final int MOST_STATEMENTS = 5000;
    private static final String FIELD = "model_lavaan_syntax";

    private ModelSyntax() {}

    static List<Statement> parse(String text) {
        List<Statement> statements = new ArrayList<>();
        for (String line : lines(text)) {
            statement(line, statements);
            if (statements.size() > MOST_STATEMENTS) {
                throw InvalidInputException.of(Code.TOO_LARGE, FIELD, "more than " + MOST_STATEMENTS + " terms");
            }
        }
        if (statements.isEmpty()) {
            throw InvalidInputException.of(Code.EMPTY, FIELD, "no statement");
        }
        return statements;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        String open = "";
        for (String raw : text.split("[\\n\\r;]+", -1)) {
            String line = raw.replaceFirst("[#!].*$", "").strip();
            if (line.isEmpty()) {
                continue;
            }
            String last = open.isEmpty() ? "" : open.substring(open.length() - 1);
            boolean goesOn = last.equals("+") || last.equals("~") || last.equals("*") || line.startsWith("+");
            if (!open.isEmpty() && !goesOn) {
                lines.add(open);
                open = line;
            } else {
                open = open.isEmpty() ? line : open + " " + line;
            }
        }
        if (!open.isEmpty()) {
            lines.add(open);
        }
        return lines;
    }

    private static void statement(String line, List<Statement> into) {
        var operator = OPERATOR.matcher(line);
        if (!operator.find()) {
            throw refused(line, "=~, ~ or ~~ expected");
        }
        String sign = operator.group();
        Statement.Operator meaning = sign.equals("=~")
                ? Statement.Operator.MEASURES
                : sign.equals("~") ? Statement.Operator.REGRESSES : Statement.Operator.COVARIES;
        for (String left : line.substring(0, operator.start()).split("\\+", -1)) {
            for (String term : line.substring(operator.end()).split("\\+", -1)) {
                into.add(term(line, name(line, left), meaning, term));
            }
        }
    }

    private static Statement term(String line, String left, Statement.Operator operator, String term) {
        String[] parts = term.split("\\*", -1);
        if (parts.length > 2) {
            throw refused(line, "one * in a term");
        }
        if (parts[parts.length - 1].strip().equals("1")) {
            throw refused(line, "means are not modelled");
        }
        String right = name(line, parts[parts.length - 1]);
        if (parts.length == 1) {
            return new Statement(left, operator, right, OptionalDouble.empty(), false, Optional.empty());
        }
        String modifier = parts[0].strip();
        if (modifier.equals("NA")) {
            return new Statement(left, operator, right, OptionalDouble.empty(), true, Optional.empty());
        }
        if (NAME.matcher(modifier).matches()) {
            return new Statement(left, operator, right, OptionalDouble.empty(), false, Optional.of(modifier));
        }
        try {
            double value = Double.parseDouble(modifier);
            if (Double.isFinite(value)) {
                return new Statement(left, operator, right, OptionalDouble.of(value), false, Optional.empty());
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw refused(line, "number, NA or name before *");
    }

    private static String name(String line, String text) {
        String name = text.strip();
        if (!NAME.matcher(name).matches()) {
            throw refused(line, "a name expected instead of '" + name + "'");
        }
        return name;
    }

    private static InvalidInputException refused(String line, String expected) {
        return InvalidInputException.of(Code.WRONG_TYPE, FIELD, expected + " in: " + line);
    }
}
