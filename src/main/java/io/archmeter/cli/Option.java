package io.archmeter.cli;

import java.util.List;

/**
 * One option of a command.
 *
 * @param names the long one first: {@code --output}, {@code -o}
 * @param label what stands for its value in the help, empty where it takes none
 * @param meaning one line for the help
 * @param repeatable whether it may be given more than once
 */
record Option(List<String> names, String label, String meaning, boolean repeatable) {
    static final Option HELP = flag("--help", "print this").or("-h");

    static Option flag(String name, String meaning) {
        return new Option(List.of(name), "", meaning, false);
    }

    static Option value(String name, String label, String meaning) {
        return new Option(List.of(name), label, meaning, false);
    }

    Option or(String shortName) {
        return new Option(List.of(name(), shortName), label, meaning, repeatable);
    }

    Option repeated() {
        return new Option(names, label, meaning, true);
    }

    String name() {
        return names.get(0);
    }

    boolean takesValue() {
        return !label.isEmpty();
    }
}
