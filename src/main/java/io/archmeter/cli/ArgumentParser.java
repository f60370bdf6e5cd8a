package io.archmeter.cli;

import io.archmeter.problem.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a command line: {@code --name value}, {@code --name=value}, {@code -o value}, operands anywhere, and only operands
 * behind {@code --}.
 *
 * <p>This is not picocli because its classes (of Java 5, in version 4.7.7) cannot come from an archive of shared classes and are
 * verified one by one: they took longer than a bare JVM, on every call.
 */
final class ArgumentParser {
    private final Syntax syntax;
    private final List<String> args;
    private final Arguments given;
    private int next;

    private ArgumentParser(Syntax syntax, List<String> args) {
        this.syntax = syntax;
        this.args = args;
        this.given = new Arguments(syntax);
    }

    /** What was given, not yet checked by its command; problems wait in it. */
    static Arguments parse(Syntax syntax, List<String> args) {
        return new ArgumentParser(syntax, args).parse();
    }

    private Arguments parse() {
        boolean onlyOperands = false;
        while (next < args.size()) {
            String arg = args.get(next++);
            if (onlyOperands || !arg.startsWith("-") || arg.equals("-")) {
                given.addOperand(arg);
            } else if (arg.equals("--")) {
                onlyOperands = true;
            } else {
                readOption(arg);
            }
        }
        if (!given.has(Option.HELP)) {
            checkOperands();
        }
        return given;
    }

    private void readOption(String arg) {
        int equals = arg.indexOf('=');
        String name = equals < 0 ? arg : arg.substring(0, equals);
        Optional<Option> known = syntax.find(name);
        if (known.isEmpty()) {
            unknown(name, equals < 0);
            return;
        }
        Option option = known.get();
        if (given.has(option) && !option.repeatable()) {
            given.problem("repeated-option", option.name() + " is given more than once", "give it once");
        }
        if (!option.takesValue()) {
            if (equals >= 0) {
                given.problem("surplus-value", option.name() + " takes no value", "write " + option.name());
            }
            given.put(option, "");
        } else if (equals >= 0) {
            given.put(option, arg.substring(equals + 1));
        } else if (hasValue()) {
            given.put(option, args.get(next++));
        } else {
            String usage = option.name() + " " + option.label();
            given.problem("missing-value", option.name() + " needs a value", "write " + usage);
        }
    }

    /** Whether something follows, and it is no option. */
    private boolean hasValue() {
        return next < args.size() && syntax.find(args.get(next)).isEmpty();
    }

    private void unknown(String name, boolean valueMayFollow) {
        List<String> names = new ArrayList<>();
        syntax.options().forEach(option -> names.addAll(option.names()));
        Optional<String> nearest = name.length() < 3 ? Optional.empty() : Nearest.to(name, names);
        given.problem(
                "unknown-option",
                "there is no option " + name,
                nearest.map(near -> "did you mean '" + near + "'?")
                        .orElse("'" + syntax.commandLine() + " --help' lists the options"));
        boolean taken = nearest.flatMap(syntax::find).map(Option::takesValue).orElse(false);
        if (taken && valueMayFollow && hasValue() && !args.get(next).startsWith("-")) {
            // The value of the option that was meant; as an operand it would be a second problem.
            next++;
        }
    }

    private void checkOperands() {
        Syntax.Operands operands = syntax.operands();
        int count = given.operands().size();
        if (count < operands.least()) {
            String fact = count == 0 ? "no model is named" : "there is one argument too few";
            given.problem("missing-argument", fact, "write " + syntax.usage());
        } else if (count > operands.most()) {
            String surplus = given.operands().get(operands.most());
            given.problem("surplus-argument", "'" + surplus + "' is one argument too many", "write " + syntax.usage());
        }
    }
}
