package io.archmeter.source;

import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.value.PlainValue;
import java.util.Optional;

/**
 * Reads the YAML that people write, many times as fast as the engine, and nothing else: lists and mappings by their indentation or in
 * brackets, and values on one line. Whatever else a text has in it, anchors, escapes or a mistake, makes it none of these, and it is left
 * to {@link YamlReader}, which knows all of YAML. What both read is the same tree, place by place.
 */
final class PlainYaml {
    private final SourceBuilder builder;
    private final PlainScalars scalars;
    private final PlainCursor cursor;

    private PlainYaml(SourceBuilder builder, PlainCursor cursor) {
        this.builder = builder;
        this.scalars = new PlainScalars(builder);
        this.cursor = cursor;
    }

    /** What a text says; empty where it is not plain, or something is wrong with it. */
    static Optional<SourceValue> read(TextFile text) {
        if (!PlainCursor.hasPlainCharacters(text.text())) {
            return Optional.empty();
        }
        Problems problems = new Problems();
        SourceBuilder builder = new SourceBuilder(problems);
        try {
            new PlainYaml(builder, new PlainCursor(text, new RepeatedWords(), 0, 1, 0)).document();
        } catch (PlainCursor.NotPlain | ProblemException leftToEngine) {
            return Optional.empty();
        }
        return problems.isEmpty() ? builder.root() : Optional.empty();
    }

    private void document() {
        cursor.skipBlanks();
        if (cursor.atEndOfLine()) {
            cursor.toNextLine();
        }
        if (cursor.column() != 0) {
            throw PlainCursor.notPlain();
        }
        node(0);
        if (cursor.column() >= 0) {
            throw PlainCursor.notPlain();
        }
    }

    /** What begins at a column, as the first on its line or after the mark of an item; it ends on another line. */
    private void node(int column) {
        Span at = cursor.place();
        if (cursor.atMark('-')) {
            items(column, at);
            return;
        }
        if (cursor.here() == '[' || cursor.here() == '{') {
            flow(column);
            cursor.toNextLine();
            return;
        }
        boolean inQuotes = cursor.atQuote();
        String text = inQuotes ? cursor.quoted() : cursor.unquoted(false);
        if (cursor.atMark(':')) {
            mapping(column, at, text, inQuotes);
        } else {
            scalar(at, text, inQuotes);
            cursor.toNextLine();
        }
    }

    private void items(int column, Span at) {
        builder.openItems(at);
        while (cursor.column() == column && cursor.atMark('-')) {
            cursor.step();
            cursor.skipBlanks();
            if (cursor.atEndOfLine()) {
                cursor.toNextLine();
                requireDeeper(column);
            }
            node(cursor.column());
        }
        requireEnd(column);
        builder.close();
    }

    /** @param key the first one, which has been read */
    private void mapping(int column, Span at, String key, boolean inQuotes) {
        builder.openMapping(at);
        entry(column, at, key, inQuotes);
        while (cursor.column() == column && !cursor.atMark('-')) {
            Span next = cursor.place();
            boolean quote = cursor.atQuote();
            entry(column, next, quote ? cursor.quoted() : cursor.unquoted(false), quote);
        }
        requireEnd(column);
        builder.close();
    }

    private void entry(int column, Span at, String key, boolean inQuotes) {
        Span behind = cursor.afterKey(key);
        builder.key(at, inQuotes ? at.plus(1) : at, key);
        if (!cursor.atEndOfLine()) {
            value(column);
            return;
        }
        cursor.toNextLine();
        // The items of a list may stand as far left as the key to which it belongs.
        if (cursor.column() > column || cursor.column() == column && cursor.atMark('-')) {
            node(cursor.column());
        } else {
            builder.add(new SourceValue.Scalar(behind, behind, new PlainValue.Nothing()));
        }
    }

    /** A value after its key, on the same line. */
    private void value(int column) {
        if (cursor.here() == '[' || cursor.here() == '{') {
            flow(column);
        } else {
            Span at = cursor.place();
            boolean inQuotes = cursor.atQuote();
            scalar(at, inQuotes ? cursor.quoted() : cursor.unquoted(false), inQuotes);
        }
        cursor.toNextLine();
    }

    private void requireDeeper(int column) {
        if (cursor.column() <= column) {
            throw PlainCursor.notPlain();
        }
    }

    /** What follows belongs to what is around: whatever stands farther right goes on with the value before. */
    private void requireEnd(int column) {
        if (cursor.column() > column) {
            throw PlainCursor.notPlain();
        }
    }

    private void scalar(Span at, String text, boolean inQuotes) {
        PlainValue value = inQuotes ? builder.text(text, at) : scalars.value(text, at);
        builder.add(
                value instanceof PlainValue.Text
                        ? new SourceValue.Scalar(at, inQuotes ? at.plus(1) : at, value)
                        : SourceValue.Scalar.number(at, text, value));
    }

    /** A list or a mapping in brackets. */
    private void flow(int column) {
        boolean mapping = cursor.here() == '{';
        char end = mapping ? '}' : ']';
        if (mapping) {
            builder.openMapping(cursor.place());
        } else {
            builder.openItems(cursor.place());
        }
        toNextInFlow(column);
        while (cursor.here() != end) {
            if (mapping) {
                flowKey();
            }
            if (mapping && (cursor.here() == ',' || cursor.here() == end)) {
                cursor.skipBlanks();
            } else {
                flowValue(column);
            }
            cursor.skipBlanks();
            if (cursor.here() == ',') {
                toNextInFlow(column);
            } else if (cursor.here() != end) {
                throw PlainCursor.notPlain();
            }
        }
        cursor.step();
        builder.close();
    }

    /** Past a bracket or a comma, and to what follows, on this line or another. */
    private void toNextInFlow(int column) {
        cursor.step();
        if (cursor.here() == '#') {
            throw PlainCursor.notPlain();
        }
        cursor.skipBlanks();
        if (cursor.atEndOfLine()) {
            cursor.toNextLine();
            requireDeeper(column);
        }
    }

    private void flowKey() {
        Span at = cursor.place();
        boolean inQuotes = cursor.atQuote();
        String key = inQuotes ? cursor.quoted() : cursor.unquoted(true);
        Span behind = cursor.afterKey(key);
        builder.key(at, inQuotes ? at.plus(1) : at, key);
        if (cursor.here() == ',' || cursor.here() == '}') {
            builder.add(new SourceValue.Scalar(behind, behind, new PlainValue.Nothing()));
        }
    }

    private void flowValue(int column) {
        if (cursor.here() == '[' || cursor.here() == '{') {
            flow(column);
            return;
        }
        Span at = cursor.place();
        boolean inQuotes = cursor.atQuote();
        String text = inQuotes ? cursor.quoted() : cursor.unquoted(true);
        if (cursor.atMark(':')) {
            // A mapping of one entry without braces.
            throw PlainCursor.notPlain();
        }
        scalar(at, text, inQuotes);
    }
}
