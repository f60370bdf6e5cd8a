package io.archmeter.cli;

import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.Span;
import io.archmeter.training.Optimizer;
import io.archmeter.training.OptimizerWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What picocli found wrong with the arguments of a command, in the form of all problems: the fact, and what to do. */
final class UsageProblems {
    static final String UNKNOWN_OPTION = "unknown-option";

    private final CommandSpec command;
    private final Span place;
    private final Terminal terminal;
    private final List<Problem> problems = new ArrayList<>();

    private UsageProblems(CommandSpec command, Terminal terminal) {
        this.command = command;
        this.terminal = terminal;
        this.place = Span.of(command.name());
    }

    /**
     * All that is wrong, in the order of the arguments as far as picocli tells.
     *
     * @param terminal where they were given
     */
    static List<Problem> of(ParseResult parsed, Terminal terminal) {
        UsageProblems found = new UsageProblems(parsed.commandSpec(), terminal);
        if (parsed.errors().isEmpty()) {
            found.addContradictions();
            return found.problems;
        }
        boolean badOperand = parsed.errors().stream().anyMatch(UsageProblems::isOfOperand);
        for (Exception error : parsed.errors()) {
            if (!badOperand || !isAboutNumber(error)) {
                found.add(error);
            }
        }
        return found.problems;
    }

    private static boolean isOfOperand(Exception error) {
        return error instanceof ParameterException wrong && wrong.getArgSpec() instanceof PositionalParamSpec;
    }

    /** picocli takes an operand of a wrong value for one that is missing, and one too many, as well. */
    private static boolean isAboutNumber(Exception error) {
        return error instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
                || error instanceof MissingParameterException missing
                        && missing.getMissing().stream().allMatch(PositionalParamSpec.class::isInstance);
    }

    /** The option that was probably meant by one that there is not. */
    static Optional<OptionSpec> meant(String unknown, CommandSpec command) {
        String name = nameOf(unknown);
        return name.length() < 3
                ? Optional.empty()
                : Nearest.to(name, command.optionsMap().keySet())
                        .map(near -> command.optionsMap().get(near));
    }

    /** {@code --name} of {@code --name=value}. */
    static String nameOf(String option) {
        int equals = option.indexOf('=');
        return equals < 0 ? option : option.substring(0, equals);
    }

    private void add(Exception error) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            addUnmatched(unmatched);
        } else if (error instanceof MissingParameterException missing) {
            missing.getMissing().forEach(this::addMissing);
        } else if (error instanceof OverwrittenOptionException repeated) {
            String name = ((OptionSpec) repeated.getOverwritten()).longestName();
            problem("repeated-option", name + " is given more than once", "give it once");
        } else if (error instanceof ParameterException wrong && wrong.getArgSpec() != null) {
            problems.add(badValue(wrong.getArgSpec(), wrong.getValue(), wrong.getCause()));
        } else {
            problem("bad-argument", error.getMessage(), "write " + usage());
        }
    }

    private void addContradictions() {
        List<JudgedOptions> all = new ArrayList<>();
        for (ArgSpec argument : command.args()) {
            if (owner(argument) instanceof JudgedOptions judged && !all.contains(judged)) {
                all.add(judged);
                problems.addAll(judged.problems(place, terminal));
            }
        }
    }

    /** The object whose field an argument is put into. */
    private static Object owner(ArgSpec argument) {
        try {
            return argument.scope().get();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void addUnmatched(UnmatchedArgumentException unmatched) {
        for (String argument : unmatched.getUnmatched()) {
            if (isOption(argument)) {
                String remedy = meant(argument, command)
                        .map(option -> "did you mean '" + option.longestName() + "'?")
                        .orElse("'" + command.name() + " --help' lists the options");
                problem(UNKNOWN_OPTION, "there is no option " + nameOf(argument), remedy);
            } else {
                problem("surplus-argument", "'" + argument + "' is one argument too many", "write " + usage());
            }
        }
    }

    /** Whether an argument that nothing takes was to be an option. */
    static boolean isOption(String argument) {
        return argument.length() > 1 && argument.startsWith("-");
    }

    private void addMissing(ArgSpec missing) {
        if (missing instanceof OptionSpec option && !option.required()) {
            String name = option.longestName();
            problem("missing-value", name + " needs a value", "write " + name + " " + option.paramLabel());
        } else if (missing instanceof OptionSpec option) {
            String example = option.shortestName() + " " + option.paramLabel();
            problem("missing-option", option.longestName() + " is needed", "add " + example);
        } else {
            problem("missing-argument", missing.paramLabel() + " is missing", "write " + usage());
        }
    }

    private Problem badValue(ArgSpec argument, String value, Throwable cause) {
        String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        if (cause instanceof UnusableValue unusable) {
            return unusable.problem(place, name, value);
        } else if (argument.arity().max() == 0) {
            return Problem.at(place, "surplus-value", name + " takes no value", "write " + name);
        }
        return new UnknownWord(remedy(argument, value)).problem(place, name, value);
    }

    private static String remedy(ArgSpec argument, String word) {
        Class<?> type = argument.auxiliaryTypes()[0];
        // Words of which other tools have more, or others.
        if (type == Optimizer.class) {
            return OptimizerWords.VOCABULARY.remedy(word, words(argument));
        }
        return Nearest.remedy(word, words(argument));
    }

    private static List<String> words(ArgSpec argument) {
        List<String> words = new ArrayList<>();
        Class<?> type = argument.auxiliaryTypes()[0];
        for (Object constant : type.isEnum() ? type.getEnumConstants() : new Object[0]) {
            words.add(constant.toString());
        }
        return words;
    }

    private String usage() {
        return command.commandLine().getHelp().synopsis(0).strip();
    }

    private void problem(String code, String fact, String remedy) {
        problems.add(Problem.at(place, code, fact, remedy));
    }
}
