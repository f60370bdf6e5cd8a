package io.archmeter.sweep;

import io.archmeter.spec.Block;
import io.archmeter.spec.Layer;
import io.archmeter.spec.Param;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.spec.expression.Variables;
import io.archmeter.value.PlainValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names that the expressions of layers read, those of the blocks that they use among them; a name too many does no harm. */
final class NamesRead implements Variables {
    private final Map<String, Block> blocks;
    private final Set<String> names = new TreeSet<>();
    private final Set<String> entered = new TreeSet<>();

    NamesRead(Map<String, Block> blocks) {
        this.blocks = blocks;
    }

    /** Those of a layer, its loops and all that is below it. */
    static List<String> of(Layer layer, Map<String, Block> blocks) {
        NamesRead read = new NamesRead(blocks);
        read.layer(layer);
        return List.copyOf(read.names);
    }

    /** Those that blocks could read of what is around them. */
    static Set<String> ofBlocks(Map<String, Block> blocks) {
        NamesRead read = new NamesRead(blocks);
        blocks.keySet().forEach(read::block);
        return read.names;
    }

    private void layer(Layer layer) {
        layer.when().ifPresent(this::value);
        layer.repeat().ifPresent(this::value);
        layer.each().forEach(each -> value(each.list()));
        layer.said().functional().ifPresent(this::value);
        layer.said().stored().ifPresent(stored -> value(stored.value()));
        if (layer.body() instanceof Layer.Call call) {
            call(call);
        } else if (layer.body() instanceof Layer.Sequence sequence) {
            sequence.layers().forEach(this::layer);
        } else if (layer.body() instanceof Layer.Residual residual) {
            residual.body().layers().forEach(this::layer);
            residual.shortcut().layers().forEach(this::layer);
        } else if (layer.body() instanceof Layer.Branches branches) {
            branches.paths().forEach(this::layer);
            call(branches.join());
        }
    }

    /** A name of an operator or block that is computed may be that of any block. */
    private void call(Layer.Call call) {
        call.given().forEach(given -> value(given.value()));
        value(call.kind());
        if (call.kind() instanceof Unevaluated.Constant constant && constant.value() instanceof PlainValue.Text name) {
            block(name.text());
        } else {
            blocks.keySet().forEach(this::block);
        }
    }

    private void block(String name) {
        Block block = blocks.get(name);
        if (block == null || !entered.add(name)) {
            return;
        }
        block.imported().ifPresent(file -> names.addAll(file.params()));
        for (Param param : block.params()) {
            param.fallback().ifPresent(this::value);
        }
        block.layers().layers().forEach(this::layer);
    }

    private void value(Unevaluated written) {
        if (written instanceof Unevaluated.Computed computed) {
            computed.expression().unknownNames(this);
        } else if (written instanceof Unevaluated.Items list) {
            list.items().forEach(this::value);
        }
    }

    /** Notes the name, of which nothing is known. */
    @Override
    public Optional<PlainValue> get(String name) {
        names.add(name);
        return Optional.of(new PlainValue.Unknown());
    }

    @Override
    public int count() {
        return names.size();
    }

    @Override
    public Collection<String> names() {
        return names;
    }
}
