package io.archmeter.spec;

import io.archmeter.op.Catalogue;
import io.archmeter.problem.Excerpt;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What may be a name. */
public final class Names {
    /** Words of the expressions, and variables that are set by the language. */
    private static final Set<String> RESERVED = Set.of("in", "i", "true", "false", "and", "or", "not", "if");

    /** What comes into the network, or into a block. */
    public static final String INPUT = "input";

    /** Keys that any layer can have; neither a block nor a param can be called so. */
    public static final List<String> MODIFIERS =
            List.of("name", "when", "repeat", "for", "from", "weights", "stored", "unused", "functional");

    /** Keys that make a group of layers. */
    public static final List<String> GROUPS = List.of("layers", "residual", "branches");

    private Names() {}

    /** What to do about the name of a variable of expressions; empty where it can be one. */
    public static Optional<String> remedyOfVariable(String name) {
        if (RESERVED.contains(name)) {
            return Optional.of("choose another name: '" + name + "' means something in expressions");
        }
        boolean letters = !name.isEmpty() && name.chars().allMatch(c -> isLetter(c) || isDigit(c));
        return letters && !isDigit(name.charAt(0))
                ? Optional.empty()
                : Optional.of("begin with a letter, and use only letters (a to z), digits and '_'");
    }

    /** What to do about a name that is a key of layers as well; empty where it can be one. */
    public static Optional<String> remedyOfKey(String name) {
        if (MODIFIERS.contains(name) || GROUPS.contains(name)) {
            return Optional.of("choose another name: '" + name + "' means something in every layer");
        }
        return remedyOfVariable(name);
    }

    /** What to do about the name of a layer, or the names of modules and of a layer in them with dots between; empty where it can be one. */
    public static Optional<String> remedyOfLayer(String name) {
        if (name.equals(INPUT)) {
            return Optional.of("choose another name: 'input' is what comes into the network, or into a block");
        }
        if (name.startsWith("=")) {
            return Optional.of("write the expression in braces: {" + Excerpt.of(name.substring(1)) + "}");
        }
        boolean letters = true;
        for (String part : name.split("\\.", -1)) {
            letters &= !part.isEmpty() && part.chars().allMatch(c -> isLetter(c) || isDigit(c) || c == '-');
        }
        return letters
                ? Optional.empty()
                : Optional.of("use letters (a to z), digits, '_' and '-', and one '.' between modules");
    }

    /** What a layer can be: the operators, and the blocks of a file. */
    public static Collection<String> kinds(Collection<String> blocks) {
        TreeSet<String> kinds = new TreeSet<>(Catalogue.kinds());
        kinds.addAll(blocks);
        return kinds;
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
