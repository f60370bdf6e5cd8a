package io.archmeter.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a command can be given.
 *
 * @param command its name
 * @param purpose one line for the help
 * @param operands what is named without an option
 * @param examples complete command lines
 */
record Syntax(String command, String purpose, Operands operands, List<Option> options, List<String> examples) {
    /** A file, a variant in it, either of a revision, or a bundled name. */
    static final String MODEL = "a file, file#variant, git:REV:file, or a name from 'archmeter list'";

    /**
     * What is named without an option.
     *
     * @param label how the help writes it, e.g. {@code MODEL [LAYER]}
     * @param meaning one line for the help, empty where there is none
     */
    record Operands(String label, String meaning, int least, int most) {
        static final Operands NONE = new Operands("", "", 0, 0);

        /** What the meaning is about: {@code MODEL}. */
        String name() {
            return label.replaceAll("[\\[\\]]| .*", "");
        }
    }

    Syntax {
        List<Option> all = new ArrayList<>(options);
        all.add(Option.HELP);
        options = List.copyOf(all);
        examples = List.copyOf(examples);
    }

    @SafeVarargs
    static List<Option> options(List<Option>... groups) {
        List<Option> all = new ArrayList<>();
        for (List<Option> group : groups) {
            all.addAll(group);
        }
        return all;
    }

    Optional<Option> find(String name) {
        for (Option option : options) {
            if (option.names().contains(name)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    /** {@code archmeter analyze [options] MODEL}. */
    String usage() {
        return commandLine() + " [options]" + (operands.label().isEmpty() ? "" : " " + operands.label());
    }

    /** As in a problem's place: {@code archmeter analyze}. */
    String commandLine() {
        return "archmeter " + command;
    }
}
