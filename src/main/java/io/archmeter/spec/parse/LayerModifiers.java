package io.archmeter.spec.parse;

import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceValue;
import io.archmeter.spec.Layer;
import io.archmeter.spec.Names;
import io.archmeter.spec.expression.Template;
import io.archmeter.spec.expression.Unevaluated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What any layer can have: a name, a condition, loops, other inputs than the layer before it, and the weights of another. */
final class LayerModifiers {
    private final LayerParser parser;
    private final LayerEntries entries;
    private final Problems problems;
    private boolean sound = true;

    LayerModifiers(LayerParser parser, LayerEntries entries, Problems problems) {
        this.parser = parser;
        this.entries = entries;
        this.problems = problems;
    }

    /** Whether nothing wrong was found that leaves open what the layer is. */
    boolean sound() {
        return sound;
    }

    /**
     * The name.
     *
     * @param given that under which the layer stands in a mapping
     */
    Optional<Template> name(Optional<Template> given) {
        Optional<SourceValue.Entry> own = entries.find("name");
        if (own.isEmpty()) {
            return given;
        }
        if (given.isPresent()) {
            problems.add(own.get().keyAt(), "duplicate-name", "the layer has a name already: its key", "remove 'name'");
            return given;
        }
        Optional<Template> name = LayerName.of(
                        own.get().value(), "name must be a text", "write a name, such as conv1", problems)
                .flatMap(parser::template);
        sound &= name.isPresent();
        return name;
    }

    Optional<Unevaluated> written(String key) {
        Optional<SourceValue.Entry> entry = entries.find(key);
        return entry.isPresent() ? Optional.of(Unevaluated.of(entry.get().value(), problems)) : Optional.empty();
    }

    List<Layer.Each> each() {
        Optional<SourceValue.Entry> loop = entries.find("for");
        return loop.isPresent() ? each(loop.get().value()) : List.of();
    }

    private List<Layer.Each> each(SourceValue loop) {
        List<Layer.Each> lists = new ArrayList<>();
        if (!(loop instanceof SourceValue.Mapping variables)) {
            sound = false;
            if (!loop.isUnknown()) {
                problems.add(
                        loop.at(),
                        "wrong-type",
                        "for must be a mapping from variables to lists, but is " + loop.described(),
                        "write for: {width: [64, 128], depth: [2, 2]}");
            }
            return lists;
        }
        for (SourceValue.Entry variable : variables.entries()) {
            Names.remedyOfVariable(variable.key())
                    .ifPresent(remedy -> problems.add(
                            variable.keyAt(),
                            "wrong-name",
                            "'" + Excerpt.of(variable.key()) + "' cannot be the name of a variable",
                            remedy));
            lists.add(new Layer.Each(variable.keyAt(), variable.key(), Unevaluated.of(variable.value(), problems)));
        }
        if (lists.isEmpty()) {
            sound = false;
            problems.add(variables.at(), "wrong-type", "for has no variable", "write for: {width: [64, 128]}");
        }
        return lists;
    }

    List<Layer.Reference> from() {
        Optional<SourceValue.Entry> sources = entries.find("from");
        if (sources.isEmpty() || alone().isPresent()) {
            return List.of();
        }
        LayerReferences from = LayerReferences.of("from", sources.get().value(), parser, problems);
        sound &= from.sound();
        return from.references();
    }

    /** Where an empty list says that it takes nothing. */
    private Optional<Span> alone() {
        return entries.find("from")
                .map(SourceValue.Entry::value)
                .filter(value ->
                        value instanceof SourceValue.Items list && list.items().isEmpty())
                .map(SourceValue::at);
    }

    Layer.Statements statements() {
        return new Layer.Statements(alone(), stored(), unused(), written("functional"));
    }

    private Optional<Layer.Given> stored() {
        Optional<SourceValue.Entry> stored = entries.find("stored");
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        SourceValue value = stored.get().value();
        return Optional.of(new Layer.Given(
                stored.get().keyAt(),
                "stored",
                value instanceof SourceValue.Mapping names
                        ? Unevaluated.namesWithin(names, problems)
                        : Unevaluated.of(value, problems)));
    }

    private boolean unused() {
        return entries.find("unused")
                .map(entry -> CheckedMapping.flag("unused", entry.value(), false, problems))
                .orElse(false);
    }

    Optional<Layer.Reference> weights() {
        Optional<SourceValue.Entry> source = entries.find("weights");
        return source.isEmpty() || source.get().value() instanceof SourceValue.Mapping
                ? Optional.empty()
                : reference(source.get().value(), "weights must name a layer", "write weights: conv1");
    }

    /** Those of {@code weights: {bias: conv1.bias}}. */
    List<Layer.SharedWeight> shared() {
        List<Layer.SharedWeight> shared = new ArrayList<>();
        Optional<SourceValue.Entry> weights = entries.find("weights");
        if (weights.isPresent() && weights.get().value() instanceof SourceValue.Mapping mapping) {
            for (SourceValue.Entry weight : mapping.entries()) {
                reference(
                                weight.value(),
                                weight.key() + " must name a layer and its weight",
                                "write " + weight.key() + ": conv1." + weight.key())
                        .ifPresent(source -> shared.add(new Layer.SharedWeight(weight.keyAt(), weight.key(), source)));
            }
        }
        return shared;
    }

    private Optional<Layer.Reference> reference(SourceValue value, String must, String remedy) {
        Optional<Layer.Reference> found = LayerName.of(value, must, remedy, problems)
                .flatMap(parser::template)
                .map(template -> new Layer.Reference(template.at(), template));
        sound &= found.isPresent();
        return found;
    }
}
