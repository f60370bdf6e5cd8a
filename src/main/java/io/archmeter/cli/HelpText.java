package io.archmeter.cli;

import java.util.List;

/** What {@code --help} prints. */
final class HelpText {
    private static final int COLUMN = 22;

    private HelpText() {}

    /** Of one command. */
    static String of(Syntax syntax) {
        StringBuilder help = new StringBuilder();
        help.append(syntax.commandLine()).append(": ").append(syntax.purpose()).append("\n\n");
        help.append("usage: ").append(syntax.usage()).append('\n');
        if (!syntax.operands().meaning().isEmpty()) {
            help.append('\n').append(syntax.operands().name()).append(" is ");
            help.append(syntax.operands().meaning()).append(".\n");
        }
        help.append("\noptions:\n");
        for (Option option : syntax.options()) {
            String label = option.takesValue() ? " " + option.label() : "";
            line(help, names(option) + label, option.meaning());
        }
        help.append("\nexamples:\n");
        syntax.examples().forEach(example -> help.append("  ").append(example).append('\n'));
        return help.toString();
    }

    /** Of all of them together. */
    static String of(List<Command> commands) {
        StringBuilder help = new StringBuilder();
        help.append("archmeter: memory, parameters and multiply-adds of neural networks, exact and per layer\n\n");
        help.append("usage: archmeter COMMAND [options]\n\ncommands:\n");
        for (Command command : commands) {
            line(help, command.syntax().command(), command.syntax().purpose());
        }
        help.append("\noptions:\n");
        line(help, "-h, --help", "print this, or the help of a command");
        line(help, "-V, --version", "print the version");
        help.append("\nexamples:\n");
        help.append("  archmeter compare alexnet vgg16 googlenet resnet50\n");
        help.append("  archmeter analyze specs/resnet.yaml#resnet50 --depth 2\n");
        help.append("  archmeter verify alexnet\n");
        help.append("  archmeter check\n");
        help.append(
                "\nexit codes: 0 fine, 1 over budget or not as predicted, 2 the input cannot be used,\n  70 a fault of archmeter itself\n");
        return help.toString();
    }

    /** The short name first: {@code -o, --output}. */
    private static String names(Option option) {
        return option.names().size() == 1 ? option.name() : option.names().get(1) + ", " + option.name();
    }

    private static void line(StringBuilder help, String name, String meaning) {
        help.append("  ").append(name).append(" ".repeat(Math.max(1, COLUMN - name.length())));
        help.append(meaning).append('\n');
    }
}
