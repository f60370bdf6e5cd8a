package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;

/**
 * Takes the channels of N×C×… by turns out of each group (Zhang et al. 2018, arXiv:1707.01083; PyTorch {@code ChannelShuffle}).
 *
 * @param groups into how many the channels are divided
 */
public record ChannelShuffle(long groups) implements Op {
    private static final Argument<Long> GROUPS =
            Argument.count("groups", "groups that the channels divide into").asUsual();

    public ChannelShuffle {
        if (groups < 1) {
            throw new IllegalArgumentException("no such channel shuffle: " + groups + " groups");
        }
    }

    @Override
    public String kind() {
        return "channelshuffle";
    }

    static final OpRule<ChannelShuffle> RULE = new ArrangementRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(GROUPS);
        }

        @Override
        protected ChannelShuffle read(Arguments given, Inputs in) {
            return new ChannelShuffle(given.get(GROUPS));
        }

        @Override
        protected Attributes attributes(ChannelShuffle op) {
            return new Attributes().and(GROUPS, op.groups);
        }

        @Override
        protected List<Formula> infer(ChannelShuffle op, Inputs in) {
            List<Formula> extents = Extents.channelsRequired(in.only());
            if (in.only().axis(1) instanceof Extent.Known channels && channels.value() % op.groups != 0) {
                throw new Refusal(
                        "indivisible-groups",
                        GROUPS.name(),
                        channels.value() + " channels do not divide into " + op.groups + " groups",
                        "use " + Divisors.of(channels.value()));
            }
            return extents;
        }

        @Override
        protected Reach reach(ChannelShuffle op, Inputs in) {
            return Reach.POINTWISE;
        }

        @Override
        protected Storage storage(ChannelShuffle op) {
            return Storage.OWN;
        }

        /** A view, a permutation and a copy in one piece, whose gradient is copied the same way back. */
        @Override
        protected Tape tape(ChannelShuffle op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.of(in, out));
        }
    };
}
