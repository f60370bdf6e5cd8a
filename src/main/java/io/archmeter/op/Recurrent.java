package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Goes through sequences step by step (PyTorch {@code RNN}, {@code LSTM} and {@code GRU}): N×T×C to N×T×(directions·state), with the
 * last states, N×(layers·directions)×state, as {@code hidden}, and the last cells of an LSTM as {@code cell}. The batch is first, as
 * everywhere here; without {@code batch_first} it is the second axis of all of them, as PyTorch's {@code h_n} always has it. States
 * begin as zeros.
 *
 * @param hidden elements of a state, before its projection
 * @param layers that follow each other, each on the outputs of the one before
 * @param projection elements of a state that is projected, which is what goes out then
 * @param rectified whether a plain cell takes a ReLU for its tanh
 * @param dropout the share of elements that training drops between layers; what comes out of the last is whole
 */
public record Recurrent(
        Cell cell,
        long hidden,
        long layers,
        boolean bidirectional,
        boolean bias,
        boolean batchFirst,
        OptionalLong projection,
        boolean rectified,
        double dropout)
        implements Op {
    /** No network has more, and each has weights of its own. */
    private static final long MOST_LAYERS = 1000;

    private static final Argument<Long> HIDDEN =
            Argument.count("hidden_size", "elements of a state").asUsual();
    private static final Argument<Long> LAYERS =
            Argument.count("num_layers", "layers that follow each other").or(1L);
    private static final Argument<Boolean> BIDIRECTIONAL = Argument.flag(
                    "bidirectional", "whether each layer goes through the sequence from its end as well")
            .or(false);
    private static final Argument<Boolean> BIAS = Argument.flag(
                    "bias", "whether the products of input and state each add a bias")
            .or(true);
    private static final Argument<Boolean> BATCH_FIRST = Argument.flag(
                    "batch_first", "whether the axes are batch, time and features; else time is the first")
            .or(true);
    private static final Argument<Double> DROPOUT = Argument.number(
                    "dropout", "share of the elements that training drops between layers")
            .or(0.0);
    private static final Argument<Long> PROJECTION = Argument.count(
                    "proj_size", "elements that a state is projected to; it is not, if left out")
            .orDerived();
    private static final Argument<Nonlinearity> NONLINEARITY = Argument.choice(
                    "nonlinearity", "function of the sums", Nonlinearity::named, "tanh", "relu")
            .or(Nonlinearity.TANH);

    /** What it does at each step, with the products of the step's input and of the last state. */
    public enum Cell {
        /** A function of the sum of both (Elman 1990). */
        RNN,
        /** Gates for input, forgetting, cell and output, and a cell beside the state (Hochreiter and Schmidhuber 1997). */
        LSTM,
        /** Gates for resetting, updating and the new state (Cho et al. 2014, arXiv:1406.1078). */
        GRU;

        private final String kind = name().toLowerCase(Locale.ROOT);
    }

    /** The function of a plain cell. */
    enum Nonlinearity {
        TANH,
        RELU;

        static Nonlinearity named(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Recurrent {
        if (hidden < 1 || layers < 1 || projection.isPresent() && cell != Cell.LSTM) {
            throw new IllegalArgumentException("no such " + cell.kind);
        }
        if (layers > MOST_LAYERS) {
            throw new Refusal(
                    "out-of-range",
                    LAYERS.name(),
                    LAYERS.name() + " cannot be " + layers,
                    "use a whole number, from 1 to " + MOST_LAYERS);
        }
        if (!(dropout >= 0 && dropout <= 1)) {
            throw new Refusal(
                    "out-of-range",
                    DROPOUT.name(),
                    DROPOUT.name() + " cannot be " + dropout,
                    "use a share from 0 to 1");
        }
        if (projection.orElse(0) >= hidden) {
            throw new Refusal(
                    "out-of-range",
                    PROJECTION.name(),
                    "a state of " + hidden + " cannot be projected to " + projection.getAsLong(),
                    hidden == 1 ? "leave proj_size out" : "use a number from 1 to " + (hidden - 1));
        }
    }

    @Override
    public String kind() {
        return cell.kind;
    }

    int directions() {
        return bidirectional ? 2 : 1;
    }

    /** Elements of what goes out of one direction. */
    long state() {
        return projection.orElse(hidden);
    }

    static OpRule<Recurrent> rule(Cell cell) {
        return new Rule(cell);
    }

    private static final class Rule extends OpRule<Recurrent> {
        private final Cell cell;

        Rule(Cell cell) {
            this.cell = cell;
        }

        @Override
        protected List<Argument<?>> arguments() {
            List<Argument<?>> arguments =
                    new ArrayList<>(List.of(HIDDEN, LAYERS, BIDIRECTIONAL, BIAS, BATCH_FIRST, DROPOUT));
            if (cell == Cell.RNN) {
                arguments.add(NONLINEARITY);
            }
            if (cell == Cell.LSTM) {
                arguments.add(PROJECTION);
            }
            return arguments;
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.PRODUCT, Trait.FEATURES_LAST);
        }

        @Override
        protected Recurrent read(Arguments given, Inputs in) {
            return new Recurrent(
                    cell,
                    given.get(HIDDEN),
                    given.get(LAYERS),
                    given.get(BIDIRECTIONAL),
                    given.get(BIAS),
                    given.get(BATCH_FIRST),
                    given.find(PROJECTION).map(OptionalLong::of).orElse(OptionalLong.empty()),
                    given.get(NONLINEARITY) == Nonlinearity.RELU,
                    given.get(DROPOUT));
        }

        @Override
        protected Attributes attributes(Recurrent op) {
            Attributes attributes = new Attributes()
                    .and(HIDDEN, op.hidden)
                    .and(LAYERS, op.layers)
                    .and(BIDIRECTIONAL, op.bidirectional)
                    .and(BIAS, op.bias)
                    .and(BATCH_FIRST, op.batchFirst);
            if (op.dropout > 0) {
                attributes.and(DROPOUT, op.dropout);
            }
            op.projection.ifPresent(size -> attributes.and(PROJECTION, size));
            return op.cell == Cell.RNN
                    ? attributes.and(NONLINEARITY, op.rectified ? Nonlinearity.RELU : Nonlinearity.TANH)
                    : attributes;
        }

        @Override
        protected List<OutputDeclaration> outputs(Recurrent op, Inputs in) {
            Shape x = in.only();
            if (x.rank() != 3) {
                throw new Refusal(
                        "wrong-rank",
                        "",
                        op.kind() + " takes " + (op.batchFirst ? "N×T×C" : "T×N×C") + ", but the input is " + x,
                        "give each sample an axis of time and one of features");
            }
            if (x.axis(op.batchFirst ? 1 : 0).equals(Extent.of(0))) {
                throw new Refusal(
                        "empty-input", "", "there is no step in an input of " + x, "give it a longer sequence");
            }
            List<Formula> sequence = Extents.same(x);
            sequence.set(2, Formula.product(op.directions(), op.state()));
            List<OutputDeclaration> outputs = new ArrayList<>();
            outputs.add(new OutputDeclaration("", sequence, DType.FLOAT32));
            outputs.add(new OutputDeclaration("hidden", last(op, op.state(), x), DType.FLOAT32));
            if (op.cell == Cell.LSTM) {
                outputs.add(new OutputDeclaration("cell", last(op, op.hidden, x), DType.FLOAT32));
            }
            return outputs;
        }

        private static List<Formula> last(Recurrent op, long size, Shape x) {
            Formula batch = Formula.of(x.axis(op.batchFirst ? 0 : 1));
            Formula states = Formula.product(op.layers, op.directions());
            return op.batchFirst ? List.of(batch, states, Formula.of(size)) : List.of(states, batch, Formula.of(size));
        }

        @Override
        protected List<WeightDeclaration> weights(Recurrent op, Inputs in) {
            long rows = Math.multiplyExact(RecurrentCell.gates(op.cell), op.hidden);
            List<WeightDeclaration> weights = new ArrayList<>();
            for (long layer = 0; layer < op.layers; layer++) {
                for (String direction : op.bidirectional ? List.of("", "_reverse") : List.of("")) {
                    String end = "_l" + layer + direction;
                    weights.add(WeightDeclaration.parameter("weight_ih" + end, rows, features(op, layer, in)));
                    weights.add(WeightDeclaration.parameter("weight_hh" + end, rows, op.state()));
                    if (op.bias) {
                        weights.add(WeightDeclaration.parameter("bias_ih" + end, rows));
                        weights.add(WeightDeclaration.parameter("bias_hh" + end, rows));
                    }
                    op.projection.ifPresent(
                            size -> weights.add(WeightDeclaration.parameter("weight_hr" + end, size, op.hidden)));
                }
            }
            return weights;
        }

        private static long features(Recurrent op, long layer, Inputs in) {
            return layer == 0 ? in.only().extent(2) : Math.multiplyExact(op.directions(), op.state());
        }

        /** At each step, each row of the gates is multiplied with the step's input and with the last state. */
        @Override
        protected Work work(Recurrent op, Inputs in, List<Shape> out) {
            Formula steps = steps(in);
            Formula rows = Formula.product(RecurrentCell.gates(op.cell), op.hidden);
            Formula passes = Formula.product(op.layers, op.directions());
            List<Formula> products = new ArrayList<>();
            products.add(products(op, 1, rows, features(op, 0, in), steps));
            if (op.layers > 1) {
                products.add(products(op, op.layers - 1, rows, features(op, 1, in), steps));
            }
            op.projection.ifPresent(
                    size -> products.add(Formula.product(passes, steps, Formula.of(op.hidden), Formula.of(size))));
            Work cells =
                    RecurrentCell.work(op.cell, Formula.product(passes, steps, Formula.of(op.hidden)), op.rectified);
            if (op.bias) {
                cells = cells.and(ElementaryOperation.ADD, Formula.product(Formula.of(2), passes, steps, rows));
            }
            Formula all = Formula.sum(products);
            return new Work(all, all, cells.others());
        }

        private static Formula products(Recurrent op, long layers, Formula rows, long features, Formula steps) {
            return Formula.product(
                    Formula.product(layers, op.directions()),
                    steps,
                    rows,
                    Formula.sum(Formula.of(features), Formula.of(op.state())));
        }

        private static Formula steps(Inputs in) {
            return Formula.product(
                    Formula.of(in.only().axis(0)), Formula.of(in.only().axis(1)));
        }

        /** Of the steps, the last one sees all, and so do all of them in both directions. */
        @Override
        protected Reach reach(Recurrent op, Inputs in) {
            return op.batchFirst
                    ? Reach.Mapped.of(0, Reach.Mapped.ALL, Reach.Mapped.ALL)
                    : Reach.Mapped.of(Reach.Mapped.ALL, 1, Reach.Mapped.ALL);
        }

        @Override
        protected Storage storage(Recurrent op) {
            return Storage.OWN;
        }

        @Override
        protected Tape tape(Recurrent op, Inputs in, List<Shape> out) {
            return RecurrentTape.of(op, in, out);
        }
    }
}
