package io.archmeter.source;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.value.PlainValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the parts of a file together, in the order in which a reader meets them, and holds what both formats share: how deep
 * a file may be, and that a key stands once. It keeps its own stack, so no file can exhaust that of Java.
 */
final class SourceBuilder {
    /** Also what those who walk the tree by recursion can rely on. */
    static final int DEEPEST = 100;

    private static final int MOST_KEYS = 10_000;

    private final Problems problems;
    private final Deque<Open> open = new ArrayDeque<>();
    /** A large file has the same few keys again and again; each is held once. */
    private final Map<String, String> keys = new HashMap<>();

    private final Packer packer = new Packer();

    private Optional<SourceValue> root = Optional.empty();

    SourceBuilder(Problems problems) {
        this.problems = problems;
    }

    /** A list or a mapping that is not at its end yet. */
    interface Open {
        Span at();

        void add(SourceValue part);

        boolean awaitsKey();

        SourceValue closed();
    }

    void problem(Span at, String code, String fact, String remedy) {
        problems.add(at, code, fact, remedy);
    }

    void openItems(Span at) {
        checkDepth(at, depth() + 1);
        open.push(new OpenItems(at, packer));
    }

    void openMapping(Span at) {
        checkDepth(at, depth() + 1);
        open.push(new OpenMapping(at, this));
    }

    SourceValue close() {
        SourceValue closed = open.pop().closed();
        add(closed);
        return closed;
    }

    /** Where the innermost part that is not at its end begins, or else {@code otherwise}. */
    Span innermost(Span otherwise) {
        return open.isEmpty() ? otherwise : open.element().at();
    }

    int depth() {
        return open.size();
    }

    static void checkDepth(Span at, int depth) {
        if (depth > DEEPEST) {
            throw new ProblemException(Problem.at(
                    at,
                    "too-deep",
                    "lists and mappings stand in each other more than " + DEEPEST + " deep",
                    "use blocks, and fewer levels"));
        }
    }

    /** Whether what comes next is the key of an entry. */
    boolean awaitsKey() {
        return !open.isEmpty() && open.peek().awaitsKey();
    }

    /** A text in quotes: its escapes can name characters that no file could hold. */
    PlainValue text(String text, Span at) {
        if (TextFile.isText(text)) {
            return new PlainValue.Text(text);
        }
        problem(at, "not-text", "this text has an escape for a character that belongs to no text", "remove the escape");
        return new PlainValue.Unknown();
    }

    /** The key of the next part, and where its first character stands; only where {@link #awaitsKey} is true. */
    void key(Span at, Span textAt, String key) {
        String known = keys.get(key);
        if (known == null && !TextFile.isText(key)) {
            wrongKey(at, "this key has an escape for a character that belongs to no text", "remove the escape");
            return;
        }
        if (known == null && keys.size() < MOST_KEYS) {
            keys.put(key, key);
        }
        ((OpenMapping) open.element()).key(at, textAt, known == null ? key : known);
    }

    /** There is no usable key; the part that belongs to it will be dropped. */
    void wrongKey(Span at, String fact, String remedy) {
        problem(at, "wrong-key", fact, remedy);
        ((OpenMapping) open.element()).drop();
    }

    /** The next part is a mapping, or a list of mappings, whose entries are merged ({@code <<}). */
    void mergeKey(Span at) {
        ((OpenMapping) open.element()).mergeKey(at);
    }

    void add(SourceValue part) {
        if (open.isEmpty()) {
            root = Optional.of(part);
        } else {
            open.element().add(part);
        }
    }

    Optional<SourceValue> root() {
        return root;
    }
}
