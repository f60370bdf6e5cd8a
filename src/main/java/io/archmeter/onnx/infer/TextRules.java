package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operators on texts, and {@code TfIdfVectorizer}, which counts what occurs in lists of them or of numbers. */
final class TextRules {
    static final NodeRule CONCAT = TextRules::concat;
    static final NodeRule SPLIT = TextRules::split;
    static final NodeRule NORMALIZER = Typed.asFirst(TextRules::normalizer);
    static final NodeRule REGEX_FULL_MATCH = TextRules::matches;
    static final NodeRule TF_IDF_VECTORIZER = TextRules::vectorizer;

    private TextRules() {}

    private static Outcome concat(NodeCall call) {
        Fact.Tensor one = call.tensor(0);
        Fact.Tensor other = call.tensor(1);
        Shape shape = NumpyBroadcast.of(call, List.of(one.shape(), other.shape()));
        if (one.type() != DType.STRING || other.type() != DType.STRING) {
            throw call.refusal("StringConcat takes texts, and not " + one.type() + " and " + other.type());
        }
        return Outcome.of(ElementwiseRules.followed(
                Fact.tensor(DType.STRING, shape),
                List.of(one, other),
                texts -> new FollowedElement.Text(
                        ((FollowedElement.Text) texts.get(0)).value() + ((FollowedElement.Text) texts.get(1)).value()),
                call.here()));
    }

    /** The texts of the first input, where all are known. */
    private static Optional<SmallContent> followed(NodeCall call) {
        return call.contentOf(0)
                .filter(content -> content.elements().stream().allMatch(FollowedElement.Text.class::isInstance));
    }

    /** The parts of each text, as many as the longest has, and how many each has. */
    private static Outcome split(NodeCall call) {
        Shape in;
        try {
            in = call.shape(0);
        } catch (UnknownException notKnown) {
            return Outcome.of(
                    new Fact.AnyTensor(DType.STRING, notKnown.unknown()),
                    new Fact.AnyTensor(DType.INT64, notKnown.unknown()));
        }
        List<Extent> axes = new ArrayList<>(in.axes());
        axes.add(in.axes().contains(Extent.of(0)) ? Extent.of(0) : longest(call));
        return Outcome.of(Fact.tensor(DType.STRING, Shape.ofAxes(axes)), Fact.tensor(DType.INT64, in));
    }

    private static Extent longest(NodeCall call) {
        Optional<SmallContent> content = followed(call);
        if (content.isEmpty()) {
            return call.here();
        }
        String delimiter = call.attributes().text("delimiter").orElse("");
        long most =
                call.attributes().whole("maxsplit").map(splits -> splits + 1).orElse(Long.MAX_VALUE);
        long longest = 0;
        for (FollowedElement element : content.get().elements()) {
            longest = Math.max(longest, Math.min(most, parts(((FollowedElement.Text) element).value(), delimiter)));
        }
        return Extent.of(longest);
    }

    /** Between words there is white space where no delimiter is given. */
    private static long parts(String text, String delimiter) {
        if (delimiter.isEmpty()) {
            return text.isBlank() ? 0 : text.strip().split("\\s+").length;
        }
        long parts = 1;
        for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + delimiter.length())) {
            parts++;
        }
        return parts;
    }

    /** Stop words are left out; how many there are is not known. */
    private static Outcome normalizer(NodeCall call) {
        Shape in = call.shape(0);
        if (in.rank() < 1 || in.rank() > 2) {
            throw call.refusal("StringNormalizer takes C or 1×C texts, and not " + in);
        }
        int last = in.rank() - 1;
        boolean all = call.attributes().texts("stopwords").orElse(List.of()).isEmpty();
        Extent words = all ? in.axis(last) : words(call);
        // Of none, an empty text is left.
        return Outcome.of(Fact.tensor(DType.STRING, in.with(last, words.equals(Extent.of(0)) ? Extent.of(1) : words)));
    }

    private static Extent words(NodeCall call) {
        Optional<SmallContent> content = followed(call);
        if (content.isEmpty() || !call.attributes().flag("is_case_sensitive")) {
            return call.here();
        }
        List<String> stopwords = call.attributes().texts("stopwords").orElse(List.of());
        return Extent.of(content.get().elements().stream()
                .filter(element -> !stopwords.contains(((FollowedElement.Text) element).value()))
                .count());
    }

    private static Outcome matches(NodeCall call) {
        try {
            return Outcome.of(Fact.tensor(DType.BOOL, call.shape(0)));
        } catch (UnknownException notKnown) {
            return Outcome.of(new Fact.AnyTensor(DType.BOOL, notKnown.unknown()));
        }
    }

    /** C or N×C become one number for each index that the attribute {@code ngram_indexes} can put out. */
    private static Outcome vectorizer(NodeCall call) {
        Shape in = call.shape(0);
        if (in.rank() < 1 || in.rank() > 2) {
            throw call.refusal("TfIdfVectorizer takes C or N×C, and not " + in);
        }
        long most = -1;
        for (long index : call.attributes().wholes("ngram_indexes").orElse(List.of())) {
            most = Math.max(most, index);
        }
        return Outcome.of(Fact.tensor(DType.FLOAT32, in.with(in.rank() - 1, Math.addExact(most, 1))));
    }
}
