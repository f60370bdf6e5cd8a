package io.archmeter.source;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.value.Numerals;
import io.archmeter.value.PlainValue;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Reads strict JSON from the parser's tokens, into the same tree as YAML. */
final class JsonReader {
    /** The bounds are {@link TextFile}'s, {@link SourceBuilder}'s and {@link Numerals}'s: their problems say what to do. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Its table of names would outlive the file, and refuses names that were made to collide in it.
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final TextFile text;
    private final SourceBuilder builder;
    private final PlainScalars numbers;

    JsonReader(TextFile text, SourceBuilder builder) {
        this.text = text;
        this.builder = builder;
        this.numbers = new PlainScalars(builder);
    }

    void read() {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text.text())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                take(token, parser);
            }
        } catch (StreamReadException e) {
            throw new ProblemException(JsonSyntax.problem(e, text, builder));
        }
    }

    private void take(JsonToken token, JsonParser parser) {
        Span at = place(parser.currentTokenLocation());
        if (builder.depth() == 0 && builder.root().isPresent()) {
            throw new ProblemException(Problem.at(
                    at,
                    "several-documents",
                    "a second value begins here, but a file holds one",
                    "remove what stands after the end of the first"));
        }
        switch (token) {
            case START_OBJECT -> builder.openMapping(at);
            case START_ARRAY -> builder.openItems(at);
            case END_OBJECT, END_ARRAY -> builder.close();
            case PROPERTY_NAME -> builder.key(at, at.plus(1), parser.getString());
            case VALUE_STRING ->
                builder.add(new SourceValue.Scalar(at, at.plus(1), builder.text(parser.getString(), at)));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(at, parser.getString());
            case VALUE_TRUE -> add(at, new PlainValue.Flag(true));
            case VALUE_FALSE -> add(at, new PlainValue.Flag(false));
            default -> add(at, new PlainValue.Nothing());
        }
    }

    private void number(Span at, String written) {
        builder.add(SourceValue.Scalar.number(at, written, numbers.value(written, at)));
    }

    private void add(Span at, PlainValue value) {
        builder.add(new SourceValue.Scalar(at, at, value));
    }

    private Span place(TokenStreamLocation location) {
        return new Span(text.name(), location.getLineNr(), location.getColumnNr());
    }
}
