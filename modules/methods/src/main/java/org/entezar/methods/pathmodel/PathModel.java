package org.entezar.methods.pathmodel;

import java.util.Arrays;
import java.util.List;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * Which items measure which construct, and which construct acts on which.
 *
 * @param constructs names
 * @param blocks items of each construct, as numbers of columns; an item belongs to one construct
 * @param arrows arrows[to][from], without loops
 */
public record PathModel(List<String> constructs, int[][] blocks, boolean[][] arrows) {
    /** Checks blocks and arrows. */
    public PathModel {
        constructs = List.copyOf(constructs);
        int k = constructs.size();
        if (k < 2 || k > 100 || constructs.stream().distinct().count() < k) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "constructs", "2 to 100 different constructs");
        }
        if (blocks.length != k || arrows.length != k) {
            throw InvalidInputException.of(Code.WRONG_LENGTH, "blocks", "one block and one row of arrows a construct");
        }
        int[] items = Arrays.stream(blocks).flatMapToInt(Arrays::stream).toArray();
        if (Arrays.stream(items).distinct().count() < items.length) {
            throw InvalidInputException.of(Code.DUPLICATE, "blocks", "an item measures one construct only");
        }
        for (int i = 0; i < k; i++) {
            if (blocks[i].length == 0) {
                throw InvalidInputException.at(Code.EMPTY, "blocks", i, "at least one item");
            }
            if (arrows[i].length != k) {
                throw InvalidInputException.at(Code.WRONG_LENGTH, "inner_model_to_from", i, k + " columns");
            }
            boolean alone = true;
            for (int j = 0; j < k; j++) {
                alone &= !arrows[i][j] && !arrows[j][i];
            }
            if (alone) {
                throw InvalidInputException.at(
                        Code.BAD_MATRIX, "inner_model_to_from", i, constructs.get(i) + " has no arrow");
            }
        }
        if (hasLoop(arrows)) {
            throw InvalidInputException.of(Code.BAD_MATRIX, "inner_model_to_from", "the arrows run in a circle");
        }
    }

    private static boolean hasLoop(boolean[][] arrows) {
        int k = arrows.length;
        boolean[] done = new boolean[k];
        for (int round = 0; round < k; round++) {
            for (int i = 0; i < k; i++) {
                boolean ready = !done[i];
                for (int j = 0; j < k; j++) {
                    ready &= !arrows[i][j] || done[j];
                }
                done[i] |= ready;
            }
        }
        for (boolean one : done) {
            if (!one) {
                return true;
            }
        }
        return false;
    }

    /** Items of all constructs, block after block. */
    int[] items() {
        return Arrays.stream(blocks).flatMapToInt(Arrays::stream).toArray();
    }

    /** First item of each construct in {@link #items}, and their number at the end. */
    int[] offsets() {
        int[] offsets = new int[blocks.length + 1];
        for (int i = 0; i < blocks.length; i++) {
            offsets[i + 1] = offsets[i] + blocks[i].length;
        }
        return offsets;
    }
}
