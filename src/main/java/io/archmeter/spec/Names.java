package io.archmeter.spec;

import io.archmeter.op.Catalogue;
import java.util.List;
import java.util.Set;

/** What may be a name. */
final class Names {
    /** Words of the expressions, and variables that are set by the language. */
    private static final Set<String> RESERVED = Set.of("in", "i", "true", "false", "and", "or", "not", "if");

    /** Keys that any layer can have; neither a block nor a param can be called so. */
    static final List<String> MODIFIERS = List.of("name", "when", "repeat", "for", "from");

    /** Keys that make a group of layers. */
    static final List<String> GROUPS = List.of("layers", "residual", "branches");

    private Names() {}

    /** Whether a key of a layer means something already. */
    static boolean isTaken(String name) {
        return MODIFIERS.contains(name)
                || GROUPS.contains(name)
                || Catalogue.find(name).isPresent();
    }

    /** A part of a layer's path. The dot separates the parts. */
    static boolean isLayer(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> isLetter(c) || isDigit(c) || c == '-');
    }

    /** A variable of expressions. */
    static boolean isVariable(String name) {
        return !name.isEmpty()
                && !isDigit(name.charAt(0))
                && name.chars().allMatch(c -> isLetter(c) || isDigit(c))
                && !RESERVED.contains(name);
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
