package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The extent that each letter of an {@link Einsum} has in all its inputs. */
record EinsumExtents(Map<Character, Extent> extents) {
    EinsumExtents {
        extents = Map.copyOf(extents);
    }

    /** Refuses inputs that do not have the axes of the equation, or differ in the extent of a letter. */
    static EinsumExtents of(Argument<String> argument, Einsum op, Inputs in) {
        requireInputs(argument, op, in);
        Map<Character, Extent> extents = new HashMap<>();
        for (int input = 0; input < in.size(); input++) {
            Shape x = in.shapes().get(input);
            String letters = op.inputs().get(input);
            if (x.rank() != letters.length()) {
                throw new Refusal(
                        "wrong-rank",
                        argument.name(),
                        "einsum has " + letters + " for an input of " + x,
                        "write a letter for each of its " + x.rank() + " axes, for that of the batch too");
            }
            for (int axis = 0; axis < x.rank(); axis++) {
                add(argument, letters.charAt(axis), x.axis(axis), x, extents);
            }
        }
        return new EinsumExtents(extents);
    }

    private static void requireInputs(Argument<String> argument, Einsum op, Inputs in) {
        int needed = op.inputs().size();
        if (needed != in.size()) {
            throw new Refusal(
                    needed > in.size() ? "too-few-inputs" : "too-many-inputs",
                    argument.name(),
                    "einsum has letters for " + needed + (needed == 1 ? " input" : " inputs") + ", but "
                            + (in.size() == 1 ? "one comes" : in.size() + " come") + " in",
                    "name as many after 'from:' as there are between the commas");
        }
    }

    private static void add(
            Argument<String> argument, char letter, Extent extent, Shape x, Map<Character, Extent> extents) {
        Extent before = extents.getOrDefault(letter, extent);
        if (!Extents.canBeEqual(before, extent)) {
            throw new Refusal(
                    "shapes-differ",
                    argument.name(),
                    "einsum meets " + x + ", in which " + letter + " is " + extent.text() + ", and was " + before.text()
                            + " before",
                    "use another letter, or inputs that have the same extent there");
        }
        if (before instanceof Extent.Known) {
            extents.put(letter, before);
        } else {
            extents.put(letter, extent);
        }
    }

    /** The extent of each of these letters. */
    List<Formula> each(String letters) {
        List<Formula> each = new ArrayList<>();
        for (char letter : letters.toCharArray()) {
            each.add(Formula.of(extents.get(letter)));
        }
        return each;
    }

    /** Elements of a tensor with these letters. */
    Formula elements(String letters) {
        return Formula.product(each(letters));
    }

    List<Formula> elementsOf(List<String> tensors) {
        return tensors.stream().map(this::elements).toList();
    }
}
