package io.archmeter.diff.align;

/**
 * A layer as numbers, which are equal where what they stand for is.
 *
 * @param structure operator, attributes and shapes
 * @param kind operator and attributes
 * @param name its path
 * @param lastTwo the last two parts of its path
 * @param last the last part of its path
 */
record Signature(int structure, int kind, int operator, int name, int lastTwo, int last) {
    private static final int SAME_STRUCTURE = 1000;
    private static final int SAME_KIND = 500;
    private static final int SAME_OPERATOR = 200;
    private static final int SAME_NAME_ALONE = 50;

    private static final int SAME_NAME = 90;
    private static final int SAME_LAST_TWO = 60;
    private static final int SAME_LAST = 30;

    /**
     * How much speaks for two layers being the same; 0 where they cannot be. What they are weighs more than any name, because one
     * layer more in a sequence gives all later ones the names of others; among equal layers names decide. Another operator is a
     * change of a layer only under the same name.
     */
    int likeness(Signature other) {
        if (operator != other.operator) {
            return name == other.name ? SAME_NAME_ALONE : 0;
        }
        return likenessOfStructure(other) + likenessOfName(other);
    }

    private int likenessOfStructure(Signature other) {
        return structure == other.structure ? SAME_STRUCTURE : kind == other.kind ? SAME_KIND : SAME_OPERATOR;
    }

    private int likenessOfName(Signature other) {
        if (name == other.name) {
            return SAME_NAME;
        }
        return lastTwo == other.lastTwo ? SAME_LAST_TWO : last == other.last ? SAME_LAST : 0;
    }

    /** Structure and name in one. */
    long structureAndName() {
        return both(structure, name);
    }

    /** Operator and name in one. */
    long operatorAndName() {
        return both(operator, name);
    }

    /** Structure and the last part of the name in one. */
    long structureAndLast() {
        return both(structure, last);
    }

    private static long both(int first, int second) {
        return ((long) first << Integer.SIZE) | second;
    }
}
