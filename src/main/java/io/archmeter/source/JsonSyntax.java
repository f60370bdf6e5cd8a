package io.archmeter.source;

import io.archmeter.problem.Problem;
import io.archmeter.problem.Span;
import java.util.List;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;

/** Says what the parser found wrong, in the words of who wrote the file. */
final class JsonSyntax {
    private enum Place {
        /** Where the parser gave up. */
        HERE,
        /** Where the word or number begins in which it gave up. */
        WORD,
        /** Where the list or mapping begins in which it gave up. */
        INNERMOST
    }

    /**
     * What is said instead of a message of the parser.
     *
     * @param message a part of the message
     * @param place what to point at
     * @param fact with {@code FOUND} for the character at the place
     */
    private record Wording(String message, Place place, String fact, String remedy) {}

    private static final List<Wording> WORDINGS = List.of(
            new Wording(
                    "('}' (code 125)): was expecting double-quote to start property name",
                    Place.HERE,
                    "a ',' stands before this '}'",
                    "remove the ',' after the last entry"),
            new Wording(
                    "was expecting double-quote to start property name",
                    Place.HERE,
                    "FOUND stands where a key must begin",
                    "write the key in double quotes"),
            new Wording("was expecting comma", Place.HERE, "a ',' is missing before FOUND", "write it"),
            new Wording("was expecting a colon", Place.HERE, "a ':' is missing before FOUND", "write '\"key\": value'"),
            new Wording("comment", Place.HERE, "there are no comments in JSON", "remove it, or write the spec in YAML"),
            new Wording(
                    "('#' (code 35))",
                    Place.HERE,
                    "there are no comments in JSON",
                    "remove it, or write the spec in YAML"),
            new Wording("numeric value", Place.WORD, "this is no number in JSON", "write it like 12, -0.5 or 1e-3"),
            new Wording(
                    "(']' (code 93)): expected a valid value",
                    Place.HERE,
                    "a ',' stands before this ']'",
                    "remove the ',' after the last element"),
            new Wording(
                    "expected a valid value",
                    Place.HERE,
                    "FOUND stands where a value must be",
                    "write a text in double quotes, a number, true, false, null, a list or a mapping"),
            new Wording(
                    " token '",
                    Place.WORD,
                    "this word is no value in JSON",
                    "put a text in double quotes; write true, false and null in small letters"),
            new Wording(
                    "Illegal unquoted character",
                    Place.HERE,
                    "a text in JSON holds no tab and no end of a line",
                    "write \\t or \\n, or close the quote before"),
            new Wording(
                    "was expecting closing quote",
                    Place.HERE,
                    "the last quote is not closed",
                    "write the closing quote"),
            new Wording(
                    "Unexpected end-of-input",
                    Place.INNERMOST,
                    "this is not closed at the end of the file",
                    "write the ']' or '}' that belongs to it"),
            new Wording("surrogate", Place.HERE, "this escape is half of a character", "write both halves, or none"),
            new Wording("escape", Place.HERE, "this escape is unknown", "write '\\\\' for a backslash"),
            new Wording(
                    "Unexpected close marker",
                    Place.HERE,
                    "this FOUND closes nothing",
                    "remove it, or write what it closes"));

    private JsonSyntax() {}

    static Problem problem(StreamReadException thrown, TextFile source, SourceBuilder builder) {
        String message = thrown.getOriginalMessage();
        Wording wording = WORDINGS.stream()
                .filter(candidate -> message.contains(candidate.message()))
                .findFirst()
                .orElse(new Wording("", Place.HERE, "this is no JSON", "write what JSON expects here"));
        TokenStreamLocation location = thrown.getLocation();
        Span place = new Span(source.name(), location.getLineNr(), location.getColumnNr());
        int offset = (int) Math.min(location.getCharOffset(), source.text().length());
        if (wording.place() == Place.WORD) {
            place = place.plus(wordStart(source.text(), offset) - offset);
        } else if (wording.place() == Place.INNERMOST) {
            place = builder.innermost(place);
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
