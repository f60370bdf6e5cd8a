package io.archmeter.convention.reconcile;

import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.load.LoadOptions;
import io.archmeter.problem.ProblemException;
import io.archmeter.spec.library.BundleIndex;
import io.archmeter.spec.library.BundledLibrary;
import io.archmeter.spec.load.ModelSources;
import java.util.ArrayList;
import java.util.List;

/**
 * The networks that somebody may have meant who names a model: itself first, then those that differ from it in one way, which are its
 * heads, another size of its input, another batch, or another variant of its file.
 */
public final class Setups {
    /** The sides of images that papers and tools are used with. */
    private static final List<Long> SIDES = List.of(
            28L, 32L, 64L, 96L, 112L, 128L, 160L, 192L, 196L, 208L, 224L, 227L, 231L, 236L, 240L, 248L, 256L, 260L,
            272L, 280L, 288L, 299L, 300L, 320L, 331L, 336L, 352L, 380L, 384L, 416L, 448L, 456L, 475L, 480L, 512L, 518L,
            520L, 528L, 600L, 608L, 640L, 800L, 1024L);

    private static final List<Long> BATCHES = List.of(2L, 4L, 8L, 10L, 16L, 32L, 64L, 128L, 256L);

    private final ModelSources sources;
    private final String reference;
    private final LoadOptions options;
    private final List<Setup> all = new ArrayList<>();

    private Setups(ModelSources sources, String reference, LoadOptions options) {
        this.sources = sources;
        this.reference = reference;
        this.options = options;
    }

    /**
     * All of them.
     *
     * @throws ProblemException where the model itself cannot be loaded; what else cannot be is left out
     */
    public static List<Setup> of(ModelSources sources, String reference, LoadOptions options) {
        Setups setups = new Setups(sources, reference, options);
        Graph model = sources.graph(reference, options);
        setups.add(model);
        setups.sizes(model);
        for (long batch : BATCHES) {
            setups.tryAdding(reference, options.withBatch(batch));
        }
        setups.variants().forEach(variant -> setups.tryAdding(variant, options));
        return setups.all;
    }

    private void sizes(Graph model) {
        Shape usual = model.inputValues().get(0).shape();
        boolean image = model.inputs().size() == 1
                && usual.unknown().isEmpty()
                && usual.rank() == 4
                && usual.extents().get(1) <= 4;
        if (image) {
            for (long side : SIDES) {
                Shape sample = Shape.of(usual.extents().get(1), side, side);
                if (!usual.equals(sample.batched(usual.batch()))) {
                    tryAdding(reference, options.withInput(sample));
                }
            }
        }
    }

    /** The other models of its file. */
    private List<String> variants() {
        int hash = reference.lastIndexOf('#');
        String file = BundleIndex.fileOf(reference)
                .map(path -> BundledLibrary.PREFIX + path)
                .orElse(hash < 0 ? reference : reference.substring(0, hash));
        return sources.models(file);
    }

    private void tryAdding(String model, LoadOptions with) {
        try {
            add(sources.graph(model, with));
        } catch (ProblemException noSuchNetwork) {
            // A size that does not fit the network was not what anybody meant.
        }
    }

    private void add(Graph graph) {
        Shape input = graph.inputValues().get(0).shape();
        boolean known = all.stream()
                .anyMatch(setup ->
                        setup.model().equals(graph.name()) && setup.input().equals(input));
        if (!known) {
            add(graph, input);
        }
    }

    private void add(Graph graph, Shape input) {
        NetworkFacts network = NetworkFacts.of(graph, DType.FLOAT32);
        all.add(new Setup(graph.name(), input, false, network));
        if (network.layers(true).size() > network.layers(false).size()) {
            all.add(new Setup(graph.name(), input, true, network));
        }
    }
}
