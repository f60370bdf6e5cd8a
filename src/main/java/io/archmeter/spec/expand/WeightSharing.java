package io.archmeter.spec.expand;

import io.archmeter.graph.DType;
import io.archmeter.graph.GraphDraft;
import io.archmeter.graph.Node;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.graph.WeightUse;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inferred;
import io.archmeter.op.StoredWeight;
import io.archmeter.op.Trait;
import io.archmeter.op.WeightDeclaration;
import io.archmeter.problem.Problem;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose weights layers take in place of their own. A block or a group takes those of another layer for layer: {@code right.conv} takes
 * those of {@code left.conv}.
 */
final class WeightSharing {
    /** A {@code weights} of what is being expanded. */
    private static final class Share {
        private final String path;
        private final String source;
        private final Span at;
        private final List<Part> parts;
        private boolean used;

        Share(String path, String source, Span at, List<Part> parts) {
            this.path = path;
            this.source = source;
            this.at = at;
            this.parts = parts;
        }

        /** The path of the layer whose weights a layer takes; empty where that is none of these. */
        Optional<String> sourceOf(String layer) {
            if (!parts.isEmpty()) {
                return Optional.empty();
            }
            if (layer.equals(path)) {
                return Optional.of(source);
            }
            String above = path.isEmpty() ? "" : path + ".";
            return layer.startsWith(above)
                    ? Optional.of(source + "." + layer.substring(above.length()))
                    : Optional.empty();
        }
    }

    /**
     * A weight of a layer that is one of another.
     *
     * @param name what the layer calls it
     * @param layer the path of the other
     * @param source what the other calls it
     */
    record Part(String name, String layer, String source, Span at) {
        /** One that is a layer itself, whose weight has no name beside its own. */
        static Part whole(String name, String layer, Span at) {
            return new Part(name, layer, "", at);
        }
    }

    private final GraphDraft draft;
    private final References references;
    private final Problems problems;
    private final Deque<Share> shares = new ArrayDeque<>();

    WeightSharing(GraphDraft draft, References references, Problems problems) {
        this.draft = draft;
        this.references = references;
        this.problems = problems;
    }

    /**
     * From now on, the layer of a path, or the layers below it, take the weights of another.
     *
     * @param path empty for all layers that follow
     * @param source the path of the other
     */
    void enter(String path, String source, Span at) {
        shares.push(new Share(path, source, at, List.of()));
    }

    /** From now on, the layer of a path takes single weights of others. */
    void enter(String path, List<Part> parts) {
        shares.push(new Share(path, parts.get(0).layer(), parts.get(0).at(), parts));
    }

    void leave() {
        Share share = shares.pop();
        if (!share.used && problems.isEmpty()) {
            problems.add(new Problem(
                    "no-weights",
                    share.at,
                    share.path,
                    "has no weights, and so takes none of " + share.source,
                    "remove 'weights'"));
        }
    }

    /** What a layer takes for its weights; empty where it has its own, or a problem keeps others from being taken. */
    Optional<List<WeightUse>> of(String path, List<WeightDeclaration> declared) {
        if (declared.isEmpty()) {
            return Optional.empty();
        }
        for (Share share : shares) {
            if (!share.parts.isEmpty() && path.equals(share.path)) {
                share.used = true;
                return Optional.of(mixed(path, declared, share.parts));
            }
            Optional<String> source = share.sourceOf(path);
            if (source.isPresent()) {
                share.used = true;
                return taken(path, declared, source.get(), share.at);
            }
        }
        return Optional.empty();
    }

    /** Some of others, and the rest of its own. */
    private List<WeightUse> mixed(String path, List<WeightDeclaration> declared, List<Part> parts) {
        Map<String, WeightUse> shared = new HashMap<>();
        for (Part part : parts) {
            Optional<WeightDeclaration> weight = declared.stream()
                    .filter(own -> own.name().equals(part.name()))
                    .findFirst();
            Optional<WeightUse> source = source(part);
            String wanted = weight.map(WeightSharing::described).orElse("none of this name");
            String found = source.map(this::described).orElse("none of this name");
            if (weight.isPresent() && source.isPresent() && isAlike(weight.get(), source.get())) {
                shared.put(part.name(), new WeightUse(part.name(), source.get().operand()));
            } else {
                problems.add(new Problem(
                        "unequal-weights",
                        part.at(),
                        path,
                        "takes " + part.source() + " of " + part.layer() + " for its " + part.name()
                                + ", and these are " + found + " and " + wanted,
                        "name weights that both layers have, with the same shape"));
            }
        }
        List<WeightUse> uses = new ArrayList<>();
        for (WeightDeclaration weight : declared) {
            WeightUse other = shared.get(weight.name());
            uses.add(other == null ? Inferred.own(draft, path, weight) : other);
        }
        return uses;
    }

    private Optional<WeightUse> source(Part part) {
        return node(part.layer()).stream()
                .flatMap(node -> node.weights().stream())
                .filter(use -> use.name().equals(part.source()))
                .findFirst();
    }

    /** Whether a layer is a tensor itself, which others can take for a weight. */
    boolean isTensor(String path) {
        return node(path)
                .filter(node -> Catalogue.traits(node.op()).contains(Trait.SOURCE))
                .isPresent();
    }

    /** The node of a layer; empty where its output is not known, or it is a block or a group. */
    private Optional<Node> node(String path) {
        return references
                .find(path)
                .filter(output -> output.shape().isPresent())
                .map(output -> draft.nodes().get(draft.value(output.value()).node()))
                .filter(node -> node.name().equals(path));
    }

    private boolean isAlike(WeightDeclaration own, WeightUse other) {
        Weight weight = draft.weight(other.operand().number());
        return own.kind() == weight.kind()
                && own.type() == weight.type()
                && own.shape().equals(weight.shape());
    }

    private static String described(WeightDeclaration weight) {
        return described(weight.name(), weight.kind(), weight.shape(), weight.type());
    }

    private String described(WeightUse use) {
        Weight weight = draft.weight(use.operand().number());
        return described(use.name(), weight.kind(), weight.shape(), weight.type());
    }

    private Optional<List<WeightUse>> taken(String path, List<WeightDeclaration> declared, String source, Span at) {
        Optional<LayerOutput> output = references.find(source);
        if (output.isEmpty()) {
            problems.add(new Problem(
                    "unknown-layer",
                    at,
                    path,
                    "takes the weights of " + source + ", but there is no such layer",
                    "let both have the same layers, or write 'weights' at each layer that takes another's"));
            return Optional.empty();
        }
        if (output.get().shape().isEmpty()) {
            return Optional.empty();
        }
        Node node = draft.nodes().get(draft.value(output.get().value()).node());
        Optional<String> difference = difference(declared, source, node);
        if (difference.isEmpty()) {
            return Optional.of(node.weights());
        }
        problems.add(new Problem(
                "unequal-weights",
                at,
                path,
                "takes the weights of " + source + ", " + difference.get(),
                "let both be the same operator with the same sizes, or one whose weights have the same names and"
                        + " shapes, or remove 'weights'"));
        return Optional.empty();
    }

    /** Layers of other kinds may share: an embedding and the linear layer that multiplies by its table. */
    private Optional<String> difference(List<WeightDeclaration> declared, String source, Node node) {
        if (!node.name().equals(source)) {
            return Optional.of("which is no layer but a block or a group");
        }
        if (node.weights().isEmpty()) {
            return Optional.of("which has none");
        }
        List<String> needed = declared.stream().map(WeightSharing::described).toList();
        List<String> found = node.weights().stream().map(this::described).toList();
        return needed.equals(found)
                ? Optional.empty()
                : Optional.of("which are " + String.join(", ", found) + " and not " + String.join(", ", needed));
    }

    /** All that has to be equal; what is usual, a parameter of the network's numbers, is not said. */
    private static String described(String name, Weight.Kind kind, Shape shape, DType type) {
        String described = (name + " " + shape).strip();
        String stored = type == DType.FLOAT32 ? described : described + " " + type;
        return kind == Weight.Kind.PARAMETER ? stored : stored + " (" + StoredWeight.word(kind) + ")";
    }
}
