package io.archmeter.source;

import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.value.PlainValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2 from the engine's events. The engine's own tree would be built by recursion, takes duplicate keys, and
 * forgets where an alias stood.
 */
final class YamlReader {
    private static final String STANDARD_TAG = "tag:yaml.org,2002:";
    private static final int MOST_NAMES = 1_000;

    /** Characters that are read before a second thread would have begun. */
    private static final int SHORT = 1 << 20;

    private static final int MOST_PIECES = 16;

    private final TextFile text;
    private final SourceBuilder builder;
    private final YamlPlaces places;
    private final PlainScalars scalars;
    private final AliasBound bound = new AliasBound();
    private final Map<String, Anchored> anchors = new LinkedHashMap<>();
    private final Deque<Optional<Anchored>> open = new ArrayDeque<>();
    private Span last;
    private int documents;

    /** What {@code &name} stands before; without a value until that is read to its end. */
    private static final class Anchored {
        private Optional<SourceValue> value = Optional.empty();
    }

    YamlReader(TextFile text, SourceBuilder builder) {
        this.text = text;
        this.builder = builder;
        this.places = new YamlPlaces(text);
        this.scalars = new PlainScalars(builder);
        this.last = Span.of(text.name());
    }

    void read() {
        int length = text.text().length();
        LoadSettings settings = LoadSettings.builder()
                .setLabel(text.name())
                .setSchema(new CoreSchema())
                .setCodePointLimit(Integer.MAX_VALUE)
                // The engine copies its whole window again for each piece of a long scalar: there are few pieces.
                .setBufferSize(length < SHORT ? length + 1 : SHORT + length / MOST_PIECES)
                .build();
        // The class Parse does the same, and is in a package that its module does not export.
        Iterator<Event> events = new ParserImpl(settings, new StreamReader(settings, text.text()));
        if (length < SHORT) {
            takeAll(events);
            return;
        }
        try (ReadAhead<Event> ahead = new ReadAhead<>(events)) {
            takeAll(ahead);
        }
    }

    private void takeAll(Iterator<Event> events) {
        while (parsed(events)) {
            take(events.next());
        }
    }

    /** Whether there is another event, which is parsed here and not by {@code next()}. */
    private boolean parsed(Iterator<Event> events) {
        try {
            return events.hasNext();
        } catch (YamlEngineException | IllegalArgumentException e) {
            throw new ProblemException(new YamlSyntax(places).problem(e, last, builder.innermost(last)));
        }
    }

    private void take(Event event) {
        switch (event.getEventId()) {
            case DocumentStart -> startDocument(mark(event));
            case Alias -> alias((AliasEvent) event);
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart, MappingStart -> open((CollectionStartEvent) event);
            case SequenceEnd, MappingEnd -> close();
            case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
        }
    }

    private static Mark mark(Event event) {
        return event.getStartMark().orElseThrow();
    }

    private void startDocument(Mark mark) {
        last = places.of(mark);
        documents++;
        if (documents > 1) {
            throw new ProblemException(Problem.at(
                    last,
                    "several-documents",
                    "a second document begins here, but a file holds one",
                    "remove '---', or move what follows to a file of its own"));
        }
    }

    private void open(CollectionStartEvent event) {
        boolean mapping = event.getEventId() == Event.ID.MappingStart;
        boolean bare = event.getAnchor().isEmpty() && event.getTag().isEmpty();
        last = bare
                ? places.of(mark(event))
                : places.behindProperties(mark(event)).span();
        checkTag(event.getTag(), mapping ? "map" : "seq");
        if (mapping) {
            builder.openMapping(last);
        } else {
            builder.openItems(last);
        }
        Optional<Anchor> anchor = event.getAnchor();
        open.push(anchor.isPresent() ? Optional.of(anchored(anchor.get())) : Optional.empty());
    }

    private void close() {
        SourceValue closed = builder.close();
        Optional<Anchored> anchored = open.pop();
        if (anchored.isPresent()) {
            anchored.get().value = Optional.of(closed);
        }
    }

    private void scalar(ScalarEvent event) {
        Span textAt = place(event);
        boolean known = checkTag(event.getTag(), "str");
        boolean plain = event.isPlain() && event.getTag().isEmpty();
        if (builder.awaitsKey()) {
            key(event, textAt, plain);
            event.getAnchor().ifPresent(name -> anchored(name).value = Optional.of(located(event, plain, textAt)));
        } else {
            SourceValue located = known
                    ? located(event, plain, textAt)
                    : new SourceValue.Scalar(last, textAt, new PlainValue.Unknown());
            if (event.getAnchor().isPresent()) {
                anchored(event.getAnchor().get()).value = Optional.of(located);
            }
            builder.add(located);
        }
    }

    private SourceValue located(ScalarEvent event, boolean plain, Span textAt) {
        String text = event.getValue();
        PlainValue value = plain ? scalars.value(text, last) : builder.text(text, last);
        if (value instanceof PlainValue.Text) {
            boolean folded = isParsed(text) && isFolded(event, textAt);
            return new SourceValue.Scalar(
                    last, textAt, value, folded ? SourceValue.Form.FOLDED : SourceValue.Form.STRAIGHT);
        }
        return SourceValue.Scalar.number(last, text, value);
    }

    /** Whether problems can have places within a text: it is an expression, or a name that holds some. */
    private static boolean isParsed(String text) {
        return text.startsWith("=") || text.indexOf('{') >= 0;
    }

    private boolean isFolded(ScalarEvent event, Span textAt) {
        if (event.isLiteral() || event.isFolded()) {
            String first = places.behindProperties(mark(event)).toBlockText().restOfLine();
            return !first.strip().equals(event.getValue().strip());
        }
        return event.getEndMark().orElseThrow().getLine() + 1 != textAt.line();
    }

    /** Sets {@link #last} to the place of the scalar, and returns that of its first character. */
    private Span place(ScalarEvent event) {
        boolean bare = event.getAnchor().isEmpty() && event.getTag().isEmpty();
        boolean block = event.isLiteral() || event.isFolded();
        boolean empty = event.isPlain() && event.getValue().isEmpty();
        if (empty || bare && !block) {
            last = places.of(mark(event));
        } else {
            YamlPlaces.Walk walk = bare ? places.walk(mark(event)) : places.behindProperties(mark(event));
            last = walk.span();
            if (block) {
                return walk.toBlockText().span();
            }
        }
        return event.isPlain() ? last : last.plus(1);
    }

    private void key(ScalarEvent event, Span textAt, boolean plain) {
        String key = event.getValue();
        if (isFolded(event, textAt)) {
            builder.wrongKey(
                    last, "this key goes over several lines", "write it on one line; a ':' or a ',' may be missing");
        } else if (plain && key.equals("<<")) {
            builder.mergeKey(last);
        } else if (plain && key.isEmpty()) {
            builder.wrongKey(last, "there is no key before this ':'", "write a name there");
        } else {
            builder.key(last, textAt, key);
        }
    }

    private Anchored anchored(Anchor name) {
        Anchored anchored = new Anchored();
        anchors.put(name.getValue(), anchored);
        return anchored;
    }

    private void alias(AliasEvent event) {
        last = places.of(mark(event));
        String name = event.getAlias().getValue();
        if (builder.awaitsKey()) {
            builder.wrongKey(
                    last,
                    "an alias cannot be a key",
                    "write the name out; if the '*' belongs to the key, put it in quotes");
            return;
        }
        Anchored anchored = anchors.get(name);
        if (anchored != null && anchored.value.isPresent()) {
            SourceValue value = anchored.value.get();
            bound.add(value, builder.depth(), last);
            builder.add(value);
            return;
        }
        if (anchored == null) {
            List<String> known = anchors.keySet().stream().limit(MOST_NAMES).toList();
            builder.problem(
                    last,
                    "unknown-anchor",
                    "no anchor &" + Excerpt.of(name) + " stands before this alias",
                    Nearest.to(name, known)
                            .map(nearest -> "did you mean '*" + nearest + "'?")
                            .orElse(
                                    "write '&' and the name before what is meant; if the '*' belongs to a text, put it in quotes"));
        } else {
            builder.problem(
                    last,
                    "recursive-alias",
                    "this alias stands inside of what it names, so it would never end",
                    "write out what is meant here");
        }
        builder.add(new SourceValue.Scalar(last, last, new PlainValue.Unknown()));
    }

    private boolean checkTag(Optional<String> tag, String expected) {
        boolean known = tag.isEmpty() || tag.get().equals("!") || tag.get().equals(STANDARD_TAG + expected);
        if (!known) {
            builder.problem(
                    last,
                    "unknown-tag",
                    "the tag " + Excerpt.of(tag.get().replace(STANDARD_TAG, "!!")) + " has no meaning here",
                    "remove it: what a value is follows from how it is written");
        }
        return known;
    }
}
