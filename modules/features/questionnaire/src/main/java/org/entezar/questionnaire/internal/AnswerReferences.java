package org.entezar.questionnaire.internal;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.questionnaire.Condition.Reference;

/**
 * Which answers an expression looks at. The map of answers may only be read by a written key, {@code answers.nps} or
 * {@code answers["nps"]}, so that the answer is known without evaluating.
 */
public final class AnswerReferences {

    private static final String INDEX = "_[_]";

    private AnswerReferences() {}

    /**
     * The references in the order of the text.
     *
     * @throws Problem {@link ErrorCode#BAD_CONDITION} when the map is used in any other way
     */
    public static Set<Reference> in(CelAbstractSyntaxTree tree, String variable) {
        Set<Reference> references = new LinkedHashSet<>();
        CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.IDENT
                        && node.expr().ident().name().replaceFirst("^\\.", "").equals(variable))
                .forEach(node -> references.add(reference(node, variable)));
        return references;
    }

    private static Reference reference(CelNavigableExpr answers, String variable) {
        Optional<CelNavigableExpr> item = answers.parent();
        String key = item.flatMap(parent -> key(parent, answers))
                .orElseThrow(() -> new Problem(ErrorCode.BAD_CONDITION, variable));
        Optional<String> facet = item.flatMap(read -> read.parent().flatMap(parent -> key(parent, read)));
        return new Reference(key, facet);
    }

    /** The written key by which the parent reads the map that the child is. */
    private static Optional<String> key(CelNavigableExpr parent, CelNavigableExpr map) {
        CelExpr expression = parent.expr();
        if (parent.getKind() == Kind.SELECT) {
            return Optional.of(expression.select().field());
        }
        if (parent.getKind() == Kind.CALL && expression.call().function().equals(INDEX)) {
            CelExpr indexed = expression.call().args().get(0);
            CelExpr index = expression.call().args().get(1);
            if (indexed.id() == map.id()
                    && index.getKind() == Kind.CONSTANT
                    && index.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
                return Optional.of(index.constant().stringValue());
            }
        }
        return Optional.empty();
    }
}
