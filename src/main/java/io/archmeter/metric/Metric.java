package io.archmeter.metric;

import static io.archmeter.metric.MetricDefinition.bytes;
import static io.archmeter.metric.MetricDefinition.count;
import static io.archmeter.metric.MetricDefinition.memory;

import io.archmeter.analysis.MemoryReport;
import io.archmeter.analysis.ReceptiveField;
import io.archmeter.analysis.SeenAxis;
import io.archmeter.facts.Amount;
import io.archmeter.facts.Cost;
import io.archmeter.facts.CostPart;
import io.archmeter.memory.ElementSum;
import io.archmeter.memory.OutputTotals;
import io.archmeter.training.TrainingMemory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is counted of a network or of its layers: a column, something to sort by, what a baseline remembers, what a budget limits. All
 * of these come from the one entry here, in this order. An entry reads the metric where it is known, of costs, of a layer, of a network,
 * and says nothing where there is no such thing. Entries are classes of their own, because an archive holds these, and no lambdas.
 *
 * @since 0.2.0
 */
public enum Metric {
    PARAMETERS(count("parameters", "parameters", Together.SUM, "elements of tensors that training changes")
            .inTables()
            .recordedSince(1)
            .alsoCalled("params", "param", "nparams", "numparams", "numel")) {
        @Override
        public Optional<Amount> amount(Cost cost) {
            return Optional.of(cost.amount(CostPart.PARAMETERS));
        }
    },
    BUFFERS(count("buffers", "buffers", Together.SUM, "elements of tensors that are kept beside them")
            .inTables()
            .recordedSince(1)) {
        @Override
        public Optional<Amount> amount(Cost cost) {
            return Optional.of(cost.amount(CostPart.BUFFERS));
        }
    },
    MULTIPLY_ADDS(count("multiply_adds", "multiply-adds", Together.SUM, "products that are added up")
            .explained("one multiplication and one addition count as one; those on padding are included")
            .inTables()
            .recordedSince(1)
            .alsoCalled("macs", "mac", "gmacs", "multadds", "multiplyadd", "madds")) {
        @Override
        public Optional<Amount> amount(Cost cost) {
            return Optional.of(cost.amount(CostPart.MULTIPLY_ADDS));
        }
    },
    EFFECTIVE_MULTIPLY_ADDS(count(
                    "effective_multiply_adds",
                    "effective multiply-adds",
                    Together.SUM,
                    "multiply-adds without those on padding")
            .header("effective")
            .explained("multiply-adds without those on padding")
            .inTables()
            .recordedSince(1)
            .alsoCalled("effective", "effectivemacs")) {
        @Override
        public Optional<Amount> amount(Cost cost) {
            return Optional.of(cost.amount(CostPart.EFFECTIVE_MULTIPLY_ADDS));
        }
    },
    WEIGHT_BYTES(bytes("weight_bytes", "weight memory", Together.SUM, "parameters and buffers, as they are stored")
            .recordedSince(1)
            .alsoCalled("weights", "weight", "weightmemory", "modelsize", "size")) {
        @Override
        public Optional<Amount> amount(Cost cost) {
            return Optional.of(cost.amount(CostPart.WEIGHT_BYTES));
        }
    },
    OUTPUT_BYTES(bytes("output_bytes", "output memory", Together.SUM, "outputs of all layers, each counted in full")
            .explained("the outputs of all layers added up, not what is needed at one time")
            .inTables()
            .recordedSince(1)
            .alsoCalled("outputs", "outputmemory", "activations")) {
        @Override
        public Optional<Amount> amount(Cost cost) {
            return Optional.of(cost.amount(CostPart.OUTPUT_BYTES));
        }
    },
    WEIGHTS(memory("weights", "parameters and buffers, auxiliary heads included")) {
        @Override
        public Optional<Amount> amount(MeasuredNetwork network) {
            return network.memory().map(MemoryReport::weights);
        }
    },
    OUTPUTS(memory("outputs", "outputs of all layers, shared memory counted once")) {
        @Override
        Optional<ElementSum> outputs(MeasuredNetwork network) {
            return network.ofOutputs(OutputTotals::once);
        }
    },
    /** Of a layer, what is held while it runs. */
    PEAK_BYTES(bytes("peak_bytes", "peak memory", Together.MOST, "the most that inference needs at one time")
            .explained(
                    "the most that the input and the outputs of layers need at one time; where a layer can write over its input, it does")
            .inMemory("peak")
            .recordedSince(1)
            .alsoCalled("peak", "peakmemory")) {
        @Override
        public Optional<Amount> amount(MeasuredLayer layer) {
            return Optional.of(layer.liveBytes());
        }

        @Override
        public Optional<Amount> amount(MeasuredNetwork network) {
            return Optional.of(network.plan().most());
        }
    },
    ARENA_BYTES(bytes("arena_bytes", "arena", Together.WHOLE, "one buffer for all tensors of inference")
            .explained("the size of one buffer that the input and all outputs can share")
            .inMemory("arena")
            .recordedSince(1)
            .alsoCalled("arena")) {
        @Override
        public Optional<Amount> amount(MeasuredNetwork network) {
            return Optional.of(network.plan().arena());
        }
    },
    /** Of a layer, what is kept of its output, and of what it notes beside that. */
    KEPT_FOR_BACKWARD_BYTES(bytes(
                    "kept_for_backward_bytes",
                    "kept for backward",
                    Together.PART,
                    "what autograd keeps for the backward pass")
            .inMemory("kept_for_backward")
            .ofTraining()
            .recordedSince(1)
            .alsoCalled("kept", "keptforbackward")) {
        @Override
        public Optional<Amount> amount(MeasuredLayer layer) {
            return layer.keptForBackward();
        }

        @Override
        public Optional<Amount> amount(MeasuredNetwork network) {
            return network.ofTraining(TrainingMemory::keptForBackward);
        }
    },
    GRADIENTS(memory("gradients", "derivatives of the loss by each parameter").ofTraining()) {
        @Override
        public Optional<Amount> amount(MeasuredNetwork network) {
            return network.ofTraining(TrainingMemory::gradients);
        }
    },
    OPTIMIZER_STATE(memory("optimizer_state", "what the optimizer keeps for each parameter")
            .ofTraining()) {
        @Override
        public Optional<Amount> amount(MeasuredNetwork network) {
            return network.ofTraining(TrainingMemory::optimizerState);
        }
    },
    TRAINING_TOTAL_BYTES(bytes(
                    "training_total_bytes",
                    "training total",
                    Together.PART,
                    "weights + gradients + optimizer_state + kept")
            .inMemory("training_total")
            .ofTraining()
            .recordedSince(1)
            .alsoCalled("training", "trainingmemory", "trainingtotal")) {
        @Override
        public Optional<Amount> amount(MeasuredLayer layer) {
            return layer.trainingTotal();
        }

        @Override
        public Optional<Amount> amount(MeasuredNetwork network) {
            return network.ofTraining(TrainingMemory::total);
        }
    },
    TRAINING_PEAK_BYTES(
            bytes("training_peak_bytes", "training peak", Together.WHOLE, "the most that training needs at one time")
                    .inMemory("training_peak")
                    .ofTraining()
                    .recordedSince(1)
                    .alsoCalled("trainingpeak")) {
        @Override
        public Optional<Amount> amount(MeasuredNetwork network) {
            return network.ofTraining(TrainingMemory::most);
        }
    },
    /** Along the axis where an element of the output sees fewest. */
    RECEPTIVE_FIELD(
            count("receptive_field", "receptive field", Together.LAST, "elements of the input that an output sees")
                    .moreIsBetter()
                    .recordedSince(1)
                    .alsoCalled("field", "rf")) {
        @Override
        public Optional<Amount> amount(MeasuredLayer layer) {
            return smallest(layer.receptiveField());
        }

        @Override
        public Optional<Amount> amount(MeasuredNetwork network) {
            return network.costs().flatMap(costs -> smallest(costs.receptiveField()));
        }
    },
    DEPTH(count("depth", "depth", Together.WHOLE, "layers with multiply-adds on the longest way")
            .recordedSince(1)) {
        @Override
        public Optional<Amount> amount(MeasuredNetwork network) {
            return network.depth();
        }
    },
    LAYERS(count("layers", "layers", Together.SUM, "layers that count")
            .recordedSince(1)
            .alsoCalled("layercount", "numlayers")) {
        @Override
        public Optional<Amount> amount(MeasuredLayer layer) {
            return Optional.of(Amount.exactly(1));
        }

        @Override
        public Optional<Amount> amount(MeasuredNetwork network) {
            return network.costs().map(costs -> Amount.exactly(costs.layers()));
        }
    },
    OUTPUTS_EACH(memory("outputs_each", "outputs of all layers, each counted in full")
            .explained("the outputs of all layers added up, as analyze shows them")
            .ofOtherTools()) {
        @Override
        Optional<ElementSum> outputs(MeasuredNetwork network) {
            return network.ofOutputs(OutputTotals::each);
        }
    },
    FVCORE_ACTIVATIONS(memory("fvcore_activations", "fvcore: outputs of convolutions, linear layers")
            .explained("the outputs of convolutions and linear layers added up, without pools")
            .ofOtherTools()) {
        @Override
        Optional<ElementSum> outputs(MeasuredNetwork network) {
            return network.ofOutputs(OutputTotals::ofProducts);
        }
    },
    OUTPUTS_WITH_POOLS(memory("outputs_with_pools", "fvcore_activations and outputs of pools")
            .explained(
                    "fvcore_activations and the outputs of pools; an adaptive pool that changes nothing is not counted")
            .ofOtherTools()) {
        @Override
        Optional<ElementSum> outputs(MeasuredNetwork network) {
            return network.ofOutputs(OutputTotals::withPools);
        }
    },
    LECTURE_MEMORY(memory("lecture_memory", "outputs_with_pools and the input")
            .explained("outputs_with_pools and the input, as CS231n adds up its table of VGG-16")
            .ofOtherTools()) {
        @Override
        Optional<ElementSum> outputs(MeasuredNetwork network) {
            return network.ofOutputs(OutputTotals::withInput);
        }
    },
    TORCHINFO_PASS(memory("torchinfo_pass", "torchinfo: outputs of weighted layers, twice")
            .explained(
                    "twice the outputs of layers with parameters, which torchinfo calls \"forward/backward pass size\"")
            .ofOtherTools()) {
        @Override
        Optional<ElementSum> outputs(MeasuredNetwork network) {
            return network.ofOutputs(outputs -> outputs.ofParameters().times(2));
        }
    };

    /** What is counted. */
    public enum Unit {
        COUNT,
        BYTES
    }

    /** What several layers together have of it. */
    public enum Together {
        /** The sum of what each has; all layers together have what the network has. */
        SUM,
        /** The sum of what each has; the network has more, its input and the heads that exist in training only. */
        PART,
        /** The most that one of them has. */
        MOST,
        /** What the last of them has. */
        LAST,
        /** Only the network has it. */
        WHOLE
    }

    private static final List<Metric> IN_TABLES = new ArrayList<>();
    private static final List<Metric> RECORDED = new ArrayList<>();

    static {
        for (Metric metric : values()) {
            if (metric.definition.inTables) {
                IN_TABLES.add(metric);
            }
            if (metric.isRecorded()) {
                RECORDED.add(metric);
            }
        }
    }

    private final MetricDefinition definition;

    Metric(MetricDefinition definition) {
        this.definition = definition;
    }

    /** Those of which tables of costs have a column: all of them are known of any {@link Cost}. */
    public static List<Metric> inTables() {
        return Collections.unmodifiableList(IN_TABLES);
    }

    /** Those that snapshots have, diffs compare and budgets limit. */
    public static List<Metric> recorded() {
        return Collections.unmodifiableList(RECORDED);
    }

    /** Those that a version of baselines has. */
    public static List<Metric> recordedIn(long version) {
        return RECORDED.stream()
                .filter(metric -> metric.definition.recordedSince <= version)
                .toList();
    }

    /**
     * Those that are called memory.
     *
     * @param others whether the figures of other tools are among them
     */
    public static List<Metric> ofMemory(boolean others) {
        List<Metric> named = new ArrayList<>();
        for (Metric metric : values()) {
            if (metric.definition.memoryName.isPresent() && (others || !metric.definition.ofOtherTools)) {
                named.add(metric);
            }
        }
        return named;
    }

    /** The recorded metric of a key. */
    public static Optional<Metric> recorded(String key) {
        return find(key, RECORDED);
    }

    /** The metric of a column's key. */
    public static Optional<Metric> ofColumn(String key) {
        return find(key, IN_TABLES);
    }

    private static Optional<Metric> find(String key, List<Metric> metrics) {
        for (Metric metric : metrics) {
            if (metric.definition.key.equals(key)) {
                return Optional.of(metric);
            }
        }
        return Optional.empty();
    }

    /** What a layer has of it, or several together, if it is a cost; empty otherwise. */
    public Optional<Amount> amount(Cost cost) {
        return Optional.empty();
    }

    /** What a layer has of it; empty where no part of it is known, or only a network has it. */
    public Optional<Amount> amount(MeasuredLayer layer) {
        return amount(layer.cost());
    }

    /**
     * What a network has of it; empty where no part of it is known, or there is no such thing, as gradients in whole numbers.
     *
     * @throws ArithmeticException where a {@code long} does not hold it
     */
    public Optional<Amount> amount(MeasuredNetwork network) {
        Optional<ElementSum> outputs = outputs(network);
        if (outputs.isPresent()) {
            return Optional.of(outputs.get().bytes());
        }
        return network.costs().flatMap(costs -> amount(costs.total()));
    }

    /** The elements of tensors that are all of the network's type; empty where others are among them. */
    public Optional<Amount> elements(MeasuredNetwork network) {
        return outputs(network).flatMap(sum -> sum.of(network.type()));
    }

    /** The outputs of layers that are added up; empty for all else. */
    Optional<ElementSum> outputs(MeasuredNetwork network) {
        return Optional.empty();
    }

    /** What a layer has of it, or several together; empty where a part of it is not known, or it is no cost. */
    public OptionalLong of(Cost cost) {
        return exact(amount(cost));
    }

    /** What a layer has of it; empty where a part of it is not known, or only a network has it. */
    public OptionalLong of(MeasuredLayer layer) {
        return exact(amount(layer));
    }

    /** What a network has of it; empty where a part of it is not known, or there is no such thing. */
    public OptionalLong of(MeasuredNetwork network) {
        return exact(amount(network));
    }

    private static OptionalLong exact(Optional<Amount> amount) {
        return amount.isPresent() ? amount.get().exact() : OptionalLong.empty();
    }

    /** As people read it: {@code multiply-adds}. */
    public String words() {
        return definition.words;
    }

    /** What stands above its column: {@code effective}. */
    public String header() {
        return definition.header;
    }

    /** In a few words, which fit beside the number. */
    public String meaning() {
        return definition.meaning;
    }

    /** What a reader has to be told of the header; empty where it says enough. */
    public Optional<String> explanation() {
        return definition.explanation;
    }

    /** What {@code memory} calls it: {@code kept_for_backward}; empty where it tells nothing of it. */
    public Optional<String> memoryName() {
        return definition.memoryName;
    }

    /** What people and other tools call it. */
    List<String> alsoCalled() {
        return definition.alsoCalled;
    }

    /** What is counted. */
    public Unit unit() {
        return definition.unit;
    }

    /** What several layers together have of it. */
    public Together together() {
        return definition.together;
    }

    /** Whether layers together have what each of them has, added up. */
    public boolean isAddedUp() {
        return definition.together == Together.SUM || definition.together == Together.PART;
    }

    /** Whether there is such a thing only where a network can be trained. */
    public boolean isOfTraining() {
        return definition.ofTraining;
    }

    /** Whether a limit keeps it from falling, and not from rising. */
    public boolean moreIsBetter() {
        return definition.moreIsBetter;
    }

    /** Whether snapshots have it, diffs compare it and budgets can limit it. */
    public boolean isRecorded() {
        return definition.recordedSince > 0;
    }

    /** Whether it is counted as another tool counts. */
    public boolean isOfOtherTools() {
        return definition.ofOtherTools;
    }

    /** What is seen along the axis where that is least; empty where the input has no spatial axes. */
    private static Optional<Amount> smallest(Optional<ReceptiveField> field) {
        return field.flatMap(seen ->
                seen.axes().stream().map(SeenAxis::size).min(Long::compare).map(Amount::exactly));
    }

    /** Its key in budgets, baselines, columns and JSON: {@code multiply_adds}. */
    @Override
    public String toString() {
        return definition.key;
    }
}
