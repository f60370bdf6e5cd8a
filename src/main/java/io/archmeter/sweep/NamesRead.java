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
    private final Set<String> entered = new TreeSet<>();
    /** Those that blocks read of what is around them: params of the model, whatever a loop calls its variables. */
    private final Set<String> ofBlocks = new TreeSet<>();

    private Set<String> names = new TreeSet<>();

    NamesRead(Map<String, Block> blocks) {
        this.blocks = blocks;
    }

    /** Those of a layer and all that is below it, the lists and numbers of its own loops among them. */
    static List<String> of(Layer layer, Map<String, Block> blocks) {
        NamesRead read = new NamesRead(blocks);
        read.layer(layer);
        return read.all();
    }

    /** Those of one turn of a layer, the variables of its own loops among them. */
    static List<String> ofTurn(Layer layer, Map<String, Block> blocks) {
        NamesRead read = new NamesRead(blocks);
        read.turn(layer);
        return read.all();
    }

    private List<String> all() {
        Set<String> all = new TreeSet<>(names);
        all.addAll(ofBlocks);
        return List.copyOf(all);
    }

    /** Those that blocks could read of what is around them. */
    static Set<String> ofBlocks(Map<String, Block> blocks) {
        NamesRead read = new NamesRead(blocks);
        blocks.keySet().forEach(read::block);
        return read.ofBlocks;
    }

    private void layer(Layer layer) {
        Set<String> around = names;
        names = new TreeSet<>();
        turn(layer);
        layer.each().forEach(each -> names.remove(each.variable()));
        if (layer.repeat().isPresent()) {
            names.remove("i");
        }
        names.addAll(around);
        layer.repeat().ifPresent(this::value);
        layer.each().forEach(each -> value(each.list()));
    }

    private void turn(Layer layer) {
        layer.when().ifPresent(this::value);
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
        Set<String> around = names;
        names = new TreeSet<>();
        for (Param param : block.params()) {
            param.fallback().ifPresent(this::value);
        }
        block.layers().layers().forEach(this::layer);
        block.params().forEach(param -> names.remove(param.name()));
        block.imported().ifPresent(file -> names.addAll(file.params()));
        ofBlocks.addAll(names);
        names = around;
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
