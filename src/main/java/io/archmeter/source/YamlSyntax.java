package io.archmeter.source;

import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problem;
import io.archmeter.problem.Span;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/** Says what the engine found wrong, in the words of who wrote the file instead of those of the grammar. */
final class YamlSyntax {
    /**
     * What is said instead of a message of the engine.
     *
     * @param message how the message begins
     * @param atStart whether the place to mend is where the part began, and not where the engine gave up
     * @param fact with {@code FOUND} for what the engine met
     * @param remedy with {@code BEGAN} for the place where the part began
     */
    private record Wording(String message, boolean atStart, String fact, String remedy) {}

    private static final List<Wording> WORDINGS = List.of(
            new Wording(
                    "found character",
                    false,
                    "a value cannot begin with FOUND",
                    "put the value in quotes; where this should be an indentation, use spaces"),
            new Wording(
                    "could not find expected ':'",
                    true,
                    "this line is neither 'key: value' nor '- value'",
                    "write the ':', and a blank after the ':' or the '-'"),
            new Wording(
                    "mapping values are not allowed here",
                    false,
                    "there can be no ':' here",
                    "put a text that holds ': ' in quotes; let a nested mapping begin on a line of its own, indented"),
            new Wording(
                    "expected ',' or ']', but got <stream end>",
                    true,
                    "this list is not closed",
                    "write the ']' that belongs to this '['"),
            new Wording(
                    "expected ',' or '}', but got <stream end>",
                    true,
                    "this mapping is not closed",
                    "write the '}' that belongs to this '{'"),
            new Wording(
                    "expected ',' or ']'",
                    false,
                    "FOUND stands where ',' or ']' must be",
                    "write it there, or put a value that holds brackets in quotes; the list began in BEGAN"),
            new Wording(
                    "expected ',' or '}'",
                    false,
                    "FOUND stands where ',' or '}' must be",
                    "write it there, or put a value that holds brackets in quotes; the mapping began in BEGAN"),
            new Wording(
                    "expected <block end>, but found '<scalar>'",
                    false,
                    "something follows a value that is complete",
                    "put the whole value in quotes, or begin a new line"),
            new Wording(
                    "expected <block end>",
                    false,
                    "FOUND does not fit the lines above",
                    "indent it like its neighbours; the part around it began in BEGAN"),
            new Wording("found unexpected end of stream", true, "this quote is not closed", "write the closing quote"),
            new Wording(
                    "found unexpected document separator",
                    true,
                    "this quote is not closed before '---' or '...'",
                    "write the closing quote"),
            new Wording(
                    "sequence entries are not allowed here",
                    false,
                    "no list can begin here",
                    "let the list begin on a line of its own, or write it as [a, b]; a text like '- x' needs quotes"),
            new Wording(
                    "expected the node content, but found '<stream end>'",
                    true,
                    "this is not closed at the end of the file",
                    "write the ']' or '}' that belongs to it"),
            new Wording(
                    "expected the node content",
                    false,
                    "FOUND stands where a value must be",
                    "write the value, or remove what is too much"),
            new Wording(
                    "unexpected character found",
                    true,
                    "'&' and '*' begin the name of an anchor or alias, and this is none",
                    "put the value in quotes, or the key, or write a name"),
            new Wording(
                    "found unknown escape character",
                    false,
                    "this escape is unknown",
                    "write '\\\\' for a backslash, or put the text in single quotes"));

    private static final Map<String, String> TOKENS = Map.of(
            "<stream end>", "the end of the file",
            "<block mapping start>", "this mapping",
            "<block sequence start>", "this list",
            "<document start>", "'---'",
            "<document end>", "'...'",
            "<scalar>", "a value",
            "<anchor>", "an anchor",
            "<alias>", "an alias",
            "<tag>", "a tag",
            "?", "a key");

    /** A message can quote from the file, and the file can hold a name of a megabyte. */
    private static final int LONGEST_MESSAGE = 200;

    private final YamlPlaces places;

    YamlSyntax(YamlPlaces places) {
        this.places = places;
    }

    /**
     * The problem that an exception of the engine stands for.
     *
     * @param last the last place that was read, for the exceptions that know none
     * @param innermost where the list or mapping begins that is being read
     */
    Problem problem(RuntimeException thrown, Span last, Span innermost) {
        if (thrown instanceof YamlVersionException) {
            return Problem.at(last, "syntax", "this is no version of YAML that can be read", "remove the line '%YAML'");
        }
        if (thrown instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            return marked(marked, marked.getProblemMark().get(), innermost);
        }
        return Problem.at(
                last,
                "syntax",
                "after this place, the file is no valid YAML",
                "look for an escape that does not exist");
    }

    private Problem marked(MarkedYamlEngineException thrown, Mark mark, Span innermost) {
        if (places.walk(mark).followsTab()) {
            return Problem.at(
                    places.of(mark),
                    "syntax",
                    "a tab stands in the indentation",
                    "indent with spaces: YAML takes no tabs there");
        }
        String message = thrown.getProblem().strip();
        Span began = thrown.getContextMark()
                .filter(start -> start.getIndex() != mark.getIndex())
                .map(places::of)
                .orElse(innermost);
        return WORDINGS.stream()
                .filter(wording -> message.startsWith(wording.message()))
                .findFirst()
                .map(wording -> Problem.at(
                        wording.atStart() ? began : places.of(mark),
                        "syntax",
                        wording.fact().replace("FOUND", found(message, mark)),
                        wording.remedy().replace("BEGAN", began.lineAndColumn())))
                .orElseGet(() -> Problem.at(
                        places.of(mark),
                        "syntax",
                        Excerpt.of(message.replaceAll("\\p{Cntrl}", " "), LONGEST_MESSAGE),
                        "write what is expected, or put a text in quotes"));
    }

    /** What the engine met: a character, or a token that it names at the end of its message. */
    private String found(String message, Mark mark) {
        if (message.startsWith("found character")) {
            return "'" + places.walk(mark).character() + "'";
        }
        String token = message.replaceFirst(".*(?:found|got) '?(.*?)'?$", "$1");
        return TOKENS.getOrDefault(token, "'" + token + "'");
    }
}
