package io.archmeter.op;

import java.util.ArrayList;
import java.util.List;

/**
 * The axes that {@code ...} stands for in the equation of an {@link Einsum}: those for which an input has no letters. The last ones of
 * each input are the same, as PyTorch aligns them.
 *
 * @param letters one for each of these axes, none of them in the equation
 * @param axes how many each input has
 */
record EinsumEllipsis(String letters, List<Integer> axes) {
    static final String DOTS = "...";

    EinsumEllipsis {
        axes = List.copyOf(axes);
    }

    /** Refuses an ellipsis that an input has twice, and one of more axes than there are letters. */
    static EinsumEllipsis of(Argument<String> argument, String equation, List<String> inputs, Inputs in) {
        List<Integer> axes = new ArrayList<>();
        int most = 0;
        for (int input = 0; input < inputs.size(); input++) {
            String letters = inputs.get(input);
            if (letters.indexOf(DOTS) != letters.lastIndexOf(DOTS)) {
                throw EinsumEquation.refusal(
                        argument,
                        "equation " + equation + " has an ellipsis twice in one input",
                        "write one, and a letter for each other axis");
            }
            int named = letters.length() - DOTS.length();
            boolean some = letters.contains(DOTS) && input < in.size();
            axes.add(some ? Math.max(0, in.shapes().get(input).rank() - named) : 0);
            most = Math.max(most, axes.get(input));
        }
        return new EinsumEllipsis(unused(argument, equation, most), axes);
    }

    private static String unused(Argument<String> argument, String equation, int count) {
        StringBuilder letters = new StringBuilder();
        for (char letter = 'A'; letter <= 'z' && letters.length() < count; letter++) {
            if (EinsumEquation.isLetter(letter) && equation.indexOf(letter) < 0) {
                letters.append(letter);
            }
        }
        if (letters.length() < count) {
            throw EinsumEquation.refusal(
                    argument,
                    "equation " + equation + " leaves no letters for the " + count + " axes of its ellipsis",
                    "use fewer letters");
        }
        return letters.toString();
    }

    /** An input with letters in the place of the ellipsis. */
    String spelled(String written, int input) {
        return written.replace(DOTS, letters.substring(letters.length() - axes.get(input)));
    }

    /** The output with letters in the place of the ellipsis: all of them. */
    String spelled(String output) {
        return output.replace(DOTS, letters);
    }
}
