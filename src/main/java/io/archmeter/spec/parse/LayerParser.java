package io.archmeter.spec.parse;

import io.archmeter.op.Catalogue;
import io.archmeter.op.OperatorWords;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.source.LongList;
import io.archmeter.source.SourceText;
import io.archmeter.source.SourceValue;
import io.archmeter.spec.Block;
import io.archmeter.spec.CallCheck;
import io.archmeter.spec.Import;
import io.archmeter.spec.Layer;
import io.archmeter.spec.Names;
import io.archmeter.spec.expression.Template;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the entries of a file to layers as they are written. Knows which names are operators and which are blocks. */
public final class LayerParser {
    private final Map<String, Block> blocks;
    private final Optional<Import> file;
    private final boolean complete;
    private final Problems problems;

    /**
     * @param blocks all blocks by name; their params are known, their layers may not be parsed yet
     * @param file in which the layers are written; empty for the model's own
     * @param complete whether all imports could be read
     */
    LayerParser(Map<String, Block> blocks, Optional<Import> file, boolean complete, Problems problems) {
        this.blocks = blocks;
        this.file = file;
        this.complete = complete;
        this.problems = problems;
    }

    /** Layers in sequence: a mapping from names to layers, or a list. */
    Layer.Sequence sequence(String key, SourceValue located) {
        return new Layer.Sequence(entries(key, located));
    }

    /**
     * The layers of a mapping or a list.
     *
     * @param key under which they stand
     */
    List<Layer> entries(String key, SourceValue located) {
        List<Layer> layers = new ArrayList<>();
        if (located instanceof SourceValue.Items list && list.items() instanceof LongList<SourceValue> items) {
            return longSequence(items);
        } else if (located instanceof SourceValue.Items list) {
            list.items().forEach(item -> layers.add(unnamed(item)));
        } else if (located instanceof SourceValue.Mapping mapping) {
            layers.addAll(namedLayers(mapping.entries()).layers());
        } else {
            if (!located.isUnknown()) {
                problems.add(
                        located.at(),
                        "wrong-type",
                        key + " must be a list of layers, or a mapping from names to layers, but is "
                                + located.described(),
                        "write " + example(located));
            }
            layers.add(Layer.broken(located.at(), Optional.empty()));
        }
        return layers;
    }

    /** What is wrong with them is reported now, and the layers are parsed again when they are expanded. */
    private List<Layer> longSequence(LongList<SourceValue> items) {
        items.forEach(this::unnamed);
        return items.mapped(item -> new LayerParser(blocks, file, complete, new Problems()).unnamed(item));
    }

    private Layer unnamed(SourceValue item) {
        return layer(Optional.empty(), item.at(), item);
    }

    /** Layers in sequence, each under its name. */
    Layer.Sequence namedLayers(List<SourceValue.Entry> entries) {
        return new Layer.Sequence(entries.stream().map(this::named).toList());
    }

    private static String example(SourceValue located) {
        return located instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Text text
                ? "[" + text.text() + "]"
                : "a list, such as [relu]";
    }

    private Layer named(SourceValue.Entry entry) {
        Optional<Template> name = template(SourceText.of(entry.key(), entry.nameAt()));
        SourceValue value = entry.value();
        boolean text = value instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Text;
        if (isKind(entry.key()) && value instanceof SourceValue.Scalar && !text && !value.isUnknown()) {
            // In a mapping, a key is the name of a layer; who writes {conv: 64} there meant an operator.
            String written = value.isNothing() ? entry.key() : "{" + entry.key() + ": " + value.described() + ", …}";
            problems.add(
                    entry.keyAt(),
                    "wrong-type",
                    "'" + Excerpt.of(entry.key()) + "' stands where layers get their names",
                    "write a list: - " + written + ", or a name before it: name: " + written);
            return Layer.broken(entry.keyAt(), name);
        }
        if (isGroup(entry)) {
            problems.add(
                    entry.keyAt(),
                    "wrong-type",
                    "'" + entry.key() + "' stands where layers get their names",
                    "write a list: - " + entry.key() + ": …, or a name before it: name: {" + entry.key() + ": …}");
            return Layer.broken(entry.keyAt(), name);
        }
        Optional<NameOrOperator> doubt = block(entry.key()).isPresent() ? Optional.empty() : NameOrOperator.of(entry);
        if (doubt.isPresent()) {
            problems.add(
                    entry.keyAt(),
                    "two-readings",
                    doubt.get().fact(),
                    doubt.get().remedy());
            return Layer.broken(entry.keyAt(), name);
        }
        Layer layer = layer(name, entry.keyAt(), value);
        return name.isPresent() ? layer : layer.unsound();
    }

    /** Whether an entry with the name of a group is a group: read as layers in sequence, it would be another network. */
    private boolean isGroup(SourceValue.Entry entry) {
        boolean joins = entry.key().equals("residual") || entry.key().equals("branches");
        boolean layers = entry.value() instanceof SourceValue.Items
                || entry.value() instanceof SourceValue.Mapping mapping
                        && new LayerKind(this, new LayerEntries(mapping), problems).areNamedLayers();
        return joins && layers;
    }

    private Layer layer(Optional<Template> name, Span at, SourceValue located) {
        if (located instanceof SourceValue.Mapping mapping) {
            return new LayerMapping(this, mapping, problems).parse(name, at);
        }
        if (located instanceof SourceValue.Items) {
            return Layer.plain(at, name, sequence("layers", located));
        }
        if (!(located instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Text)) {
            if (!located.isUnknown()) {
                problems.add(
                        located.at(),
                        "wrong-type",
                        "a layer must be an operator or a block, but this is " + located.described(),
                        "write relu, or {conv: 64, kernel: 3}");
            }
            return Layer.broken(at, name);
        }
        Layer.Call call = new Layer.Call(located.at(), Unevaluated.of(located, problems), List.of());
        Layer layer = Layer.plain(at, name, call);
        return check(call) ? layer : layer.unsound();
    }

    /** Whether the operator or block exists, and the call has the keys that it needs; what is only computed is not known yet. */
    boolean check(Layer.Call call) {
        if (!(call.kind() instanceof Unevaluated.Constant constant
                && constant.value() instanceof PlainValue.Text text)) {
            return true;
        }
        String kind = text.text();
        Optional<Block> block = block(kind);
        if (block.isPresent()) {
            return block.get().sound() && CallCheck.block(block.get(), call, problems);
        }
        if (Catalogue.find(kind).isPresent()) {
            return CallCheck.operator(Catalogue.find(kind).get(), call, problems);
        }
        reportUnknown(kind, call.kind().at(), kinds());
        return false;
    }

    /**
     * Reports a word that is no operator and no block.
     *
     * @param known what it could have been
     */
    void reportUnknown(String word, Span at, Collection<String> known) {
        // What could not be read may hold the block; that has been reported.
        if (complete || OperatorWords.VOCABULARY.meant(word, known).isPresent()) {
            problems.add(
                    at,
                    "unknown-operator",
                    "there is no operator or block '" + Excerpt.of(word) + "'",
                    OperatorWords.remedy(word, known));
        }
    }

    /** What a layer can be, in the order in which problems show it. */
    public Collection<String> kinds() {
        return Names.kinds(blocks.keySet());
    }

    /** The block that is meant by a name, which may be that of an operator as well. */
    Optional<Block> block(String name) {
        return Block.find(name, blocks, file);
    }

    /** Whether what a layer is may take an argument; what is only computed may be any block. */
    boolean mayTake(String kind, String argument) {
        Optional<Block> block = block(kind);
        if (kind.startsWith("=")) {
            return blocks.values().stream().anyMatch(any -> any.hasParam(argument));
        }
        return block.isPresent() ? block.get().hasParam(argument) : LayerKind.isArgument(kind, argument);
    }

    boolean isKind(String key) {
        return key.startsWith("=")
                || block(key).isPresent()
                || Catalogue.find(key).isPresent();
    }

    Optional<Template> template(SourceText source) {
        try {
            return Optional.of(Template.parse(source));
        } catch (ProblemException failed) {
            failed.problems().forEach(problems::add);
            return Optional.empty();
        }
    }
}
