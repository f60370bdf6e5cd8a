package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Range;

/** What the build has written down of commands says what their annotations say. */
class DescribedCommandsTest {
    /** Types of attributes that are values; others are objects around an argument. */
    private static final Set<Class<?>> VALUES = Set.of(
            String.class,
            String[].class,
            boolean.class,
            int.class,
            Range.class,
            Class.class,
            Class[].class,
            Visibility.class,
            ITypeConverter[].class,
            Iterable.class);

    private static final Set<String> OF_OBJECTS = Set.of("toString", "hashCode", "getClass");

    /** Right ones, and wrong ones of each kind; what is right of them depends on the command. */
    private static final List<List<String>> COMMAND_LINES = List.of(
            List.of(),
            List.of("alexnet"),
            List.of("alexnet", "vgg16"),
            List.of("alexnet", "vgg16", "resnet50"),
            List.of("alexnet", "--batch", "2", "--set", "a=1", "--set", "b=2", "--input=3x32x32", "--training"),
            List.of("--width", "80", "--ascii", "--no-notes", "--color", "always", "alexnet", "vgg16"),
            List.of("--format", "csv", "--bom", "-o", "-", "alexnet", "vgg16"),
            List.of("--format", "json", "--bom", "--output=x.csv", "alexnet"),
            List.of("alexnet", "--dtype", "float16", "--optimizer", "sgd"),
            List.of("alexnet", "--dtype", "flaot16", "--optimizer", "sdg"),
            List.of("--", "--batch"),
            List.of("-h"),
            List.of("--version", "--nonsense"));

    private static Subcommand command(String name) {
        return Commands.subcommand(name, Console.of(System.out, System.err, Map.of()))
                .orElseThrow();
    }

    private static CommandSpec annotated(String name) {
        return CommandSpec.forAnnotatedObject(command(name));
    }

    private static CommandSpec described(String name) {
        Subcommand command = command(name);
        return DescribedCommands.read(written(command)).orElseThrow().spec(command);
    }

    private static byte[] written(Subcommand command) {
        String resource = "/" + DescribedCommands.FOLDER + command.getClass().getSimpleName();
        try (InputStream stream = DescribedCommandsTest.class.getResourceAsStream(resource)) {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @ParameterizedTest
    @FieldSource("io.archmeter.cli.Commands#NAMES")
    void theHelpIsTheSame(String name) {
        String help = Commands.line(described(name)).getUsageMessage();

        assertThat(help).isEqualTo(Commands.line(annotated(name)).getUsageMessage());
        assertThat(attributes(described(name))).isEqualTo(attributes(annotated(name)));
        assertThat(attributes(described(name).usageMessage()))
                .isEqualTo(attributes(annotated(name).usageMessage()));
    }

    @ParameterizedTest
    @FieldSource("io.archmeter.cli.Commands#NAMES")
    void eachArgumentHasTheSameAttributes(String name) {
        List<ArgSpec> described = described(name).args();
        List<ArgSpec> annotated = annotated(name).args();

        assertThat(described).hasSameSizeAs(annotated);
        for (int i = 0; i < described.size(); i++) {
            assertThat(attributes(described.get(i)))
                    .containsKeys("paramLabel", "arity", "converters", "auxiliaryTypes", "initialValue")
                    .isEqualTo(attributes(annotated.get(i)));
        }
    }

    /** All that can be asked of something without an argument and is a value. */
    private static Map<String, Object> attributes(Object described) {
        Map<String, Object> attributes = new TreeMap<>();
        for (Method method : described.getClass().getMethods()) {
            if (method.getParameterCount() == 0 && VALUES.contains(method.getReturnType())) {
                if (!OF_OBJECTS.contains(method.getName())) {
                    attributes.put(method.getName(), comparable(call(method, described)));
                }
            } else if (method.getName().equals("initialValue")) {
                attributes.put(method.getName(), String.valueOf(call(method, described)));
            }
        }
        return attributes;
    }

    private static Object call(Method method, Object described) {
        try {
            return method.invoke(described);
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Object comparable(Object value) {
        if (value instanceof Range range) {
            return range + (range.isUnspecified() ? " by type" : "");
        } else if (value instanceof ITypeConverter<?>[] converters) {
            return Arrays.stream(converters).map(Object::getClass).toList();
        } else if (value instanceof Object[] several) {
            return List.of(several);
        } else if (value instanceof Iterable<?> candidates) {
            List<Object> all = new ArrayList<>();
            candidates.forEach(all::add);
            return all;
        }
        // an annotation has an empty text where a builder has none
        return value == null ? "" : value;
    }

    @ParameterizedTest
    @FieldSource("io.archmeter.cli.Commands#NAMES")
    void commandLinesMeanTheSame(String name) {
        List<List<String>> lines = new ArrayList<>(COMMAND_LINES);
        for (OptionSpec option : annotated(name).options()) {
            for (String word : option.names()) {
                lines.add(List.of(word));
                lines.add(List.of(word, "2", "alexnet"));
                lines.add(List.of(word + "=json", "alexnet", "vgg16"));
                lines.add(List.of("alexnet", word, "x", word, "3"));
            }
        }

        for (List<String> line : lines) {
            assertThat(parsed(described(name), line)).as("%s %s", name, line).isEqualTo(parsed(annotated(name), line));
        }
    }

    /** What lies in the fields of a command after parsing, and what is wrong. */
    private static List<String> parsed(CommandSpec command, List<String> args) {
        CommandLine line = Commands.line(command);
        ParseResult result = line.parseArgs(args.toArray(new String[0]));
        List<String> parsed = new ArrayList<>();
        for (ArgSpec argument : command.args()) {
            parsed.add(argument.paramLabel() + "=" + argument.getValue());
        }
        parsed.add("help " + result.isUsageHelpRequested() + ", version " + result.isVersionHelpRequested());
        if (!result.isUsageHelpRequested()) {
            for (Problem problem : UsageProblems.of(result, Terminal.none(Map.of()))) {
                parsed.add(problem.toString());
            }
        }
        return parsed;
    }

    /** Else a value would lie where nobody looks for it. */
    @ParameterizedTest
    @FieldSource("io.archmeter.cli.Commands#NAMES")
    void valuesLieInTheFieldsOfTheAnnotations(String name) {
        List<ArgSpec> described = described(name).args();
        List<ArgSpec> annotated = annotated(name).args();
        for (int i = 0; i < described.size(); i++) {
            assertThat(((BoundField) described.get(i).getter()).field())
                    .isEqualTo(annotated.get(i).userObject());
        }
    }

    /** The launcher tells picocli to leave out its converters for other types. */
    @ParameterizedTest
    @FieldSource("io.archmeter.cli.Commands#NAMES")
    void onlyTextsFlagsAndWordsAreReadByPicocli(String name) {
        for (ArgSpec argument : annotated(name).args()) {
            Class<?> type = argument.auxiliaryTypes()[0];
            boolean simple = type == String.class || type == boolean.class || type.isEnum();
            assertThat(simple || argument.converters().length == 1)
                    .as(argument.paramLabel())
                    .isTrue();
        }
    }

    @Test
    void aDescriptionOfAnotherVersionIsNone() {
        byte[] bytes = written(command("compare"));
        assertThat(DescribedCommands.read(bytes)).isPresent();

        bytes[3]++;

        assertThat(DescribedCommands.read(bytes)).isEmpty();
    }
}
