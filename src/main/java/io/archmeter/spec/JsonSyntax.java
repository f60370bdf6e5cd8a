package io.archmeter.spec;

import io.archmeter.problem.Problem;
import io.archmeter.problem.Span;
import java.util.List;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;

/** Says what the parser found wrong, in the words of who wrote the file. */
final class JsonSyntax {
    /**
     * What is said instead of a message of the parser.
     *
     * @param message a part of the message
     * @param atWord whether the place is where the word or number began, and not where the parser gave up
     * @param fact with {@code FOUND} for the character at the place
     */
    private record Wording(String message, boolean atWord, String fact, String remedy) {}

    private static final List<Wording> WORDINGS = List.of(
            new Wording(
                    "('}' (code 125)): was expecting double-quote to start property name",
                    false,
                    "a ',' stands before this '}'",
                    "remove the ',' behind the last entry"),
            new Wording(
                    "was expecting double-quote to start property name",
                    false,
                    "FOUND stands where a key must begin",
                    "write the key in double quotes"),
            new Wording("was expecting comma", false, "a ',' is missing before FOUND", "write it"),
            new Wording("was expecting a colon", false, "a ':' is missing before FOUND", "write '\"key\": value'"),
            new Wording("comment", false, "there are no comments in JSON", "remove it, or write the spec in YAML"),
            new Wording("numeric value", true, "this is no number in JSON", "write it like 12, -0.5 or 1e-3"),
            new Wording(
                    "expected a valid value",
                    false,
                    "FOUND stands where a value must be",
                    "write a text in double quotes, a number, true, false, null, a list or a mapping"),
            new Wording(
                    " token '",
                    true,
                    "this word is no value in JSON",
                    "put a text in double quotes; write true, false and null in small letters"),
            new Wording(
                    "Illegal unquoted character",
                    false,
                    "a text in JSON holds no tab and no end of a line",
                    "write \\t or \\n, or close the quote before"),
            new Wording(
                    "Unexpected end-of-input",
                    false,
                    "the file ends before all is closed",
                    "write the ']', '}' or '\"' that is missing"),
            new Wording("escape", false, "this escape is unknown", "write '\\\\' for a backslash"),
            new Wording(
                    "Unexpected close marker",
                    false,
                    "this FOUND closes nothing",
                    "remove it, or write what it closes"));

    private JsonSyntax() {}

    static Problem problem(StreamReadException thrown, SpecText source) {
        String message = thrown.getOriginalMessage();
        Wording wording = WORDINGS.stream()
                .filter(candidate -> message.contains(candidate.message()))
                .findFirst()
                .orElse(new Wording("", false, "this is no JSON", "write what JSON expects here"));
        TokenStreamLocation location = thrown.getLocation();
        Span place = new Span(source.name(), location.getLineNr(), location.getColumnNr());
        int offset = (int) Math.min(location.getCharOffset(), source.text().length());
        if (wording.atWord()) {
            place = place.plus(wordStart(source.text(), offset) - offset);
        }
        return Problem.at(
                place, "syntax", wording.fact().replace("FOUND", found(source.text(), offset)), wording.remedy());
    }

    private static int wordStart(String text, int offset) {
        int start = offset;
        while (start > 0
                && (Character.isLetterOrDigit(text.charAt(start - 1)) || "+-.".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        return start;
    }

    private static String found(String text, int offset) {
        return offset < text.length()
                ? "'" + Character.toString(text.codePointAt(offset)) + "'"
                : "the end of the file";
    }
}
