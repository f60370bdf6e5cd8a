package io.archmeter.report;

import io.archmeter.analysis.MemoryReport;
import io.archmeter.facts.Amount;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Node;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.memory.Occupant;
import io.archmeter.memory.Peak;
import io.archmeter.report.picture.BlocksOverSteps;
import io.archmeter.report.picture.BlocksOverSteps.Block;
import io.archmeter.report.picture.BlocksOverSteps.Mark;
import io.archmeter.report.picture.BlocksOverSteps.Span;
import io.archmeter.report.picture.BlocksOverSteps.Step;
import io.archmeter.report.picture.BlocksOverSteps.Stretch;
import io.archmeter.report.picture.BlocksOverSteps.Witness;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.text.PlainText;
import io.archmeter.report.text.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What inference holds, step by step: as a stack, and at its places in the arena. */
final class InferencePictures {
    private static final List<Stretch> FORWARD = List.of(new Stretch("forward", 0));

    private final NetworkFacts network;
    private final MemoryReport memory;
    private final MemoryPlan plan;
    private final List<Occupant> occupants;
    private final ModuleColours colours;
    private final SmallTogether all;
    private final List<Step> steps;
    private final Mark mark;

    /** @param most how many blocks a picture has at most; the smallest of more are drawn together */
    InferencePictures(NetworkFacts network, MemoryReport memory, int most) {
        this.network = network;
        this.memory = memory;
        this.plan = memory.inference();
        this.occupants = Occupant.of(network, plan, false);
        this.colours = ModuleColours.of(
                occupants.stream().map(occupant -> occupant.tensors().get(0)).toList());
        List<Held> each = occupants.stream().map(this::held).toList();
        this.all = SmallTogether.of(each, most, colours.series().size() - 1);
        this.steps = steps(each);
        this.mark = mark();
    }

    /** Empty where of no tensor is known how large it is. */
    Optional<BlocksOverSteps> stack(String name) {
        String title = memory.model() + ": bytes that inference holds, step by step";
        return picture(name, title, plan.most(), mark, new MemoryStack(steps.size()).blocks(all.drawn()));
    }

    /** Empty where of no tensor is known how large it is. */
    Optional<BlocksOverSteps> arena(String name) {
        String title = memory.model() + ": where each tensor lies in the arena, step by step";
        Mark arena =
                new Mark(mark.step(), "arena " + MemoryWords.of(plan.arena()).words() + ", " + mark.words(), List.of());
        return picture(name, title, plan.arena(), arena, placed());
    }

    private Optional<BlocksOverSteps> picture(String name, String title, Amount top, Mark marked, List<Block> blocks) {
        if (top.atLeast() == 0) {
            return Optional.empty();
        }
        return Optional.of(new BlocksOverSteps(
                name,
                PlainText.of(title) + all.said() + MemoryWords.notDrawn(top),
                Readable.exact(steps.size()) + " steps; " + marked.words() + ". The weights, "
                        + MemoryWords.of(memory.inferenceWeights()).words() + ", are held beside this all the time.",
                steps,
                FORWARD,
                colours.series().stream().map(PlainText::of).toList(),
                blocks,
                MemoryWords.of(top),
                RoundNumbers.bytesUpTo(top.atLeast()),
                marked));
    }

    private Held held(Occupant occupant) {
        String label = label(occupant);
        String bytes = MemoryWords.of(occupant.bytes()).words();
        String words = String.join(" → ", occupant.tensors()) + ": " + bytes + ", steps "
                + plan.steps().get(occupant.first()) + " to "
                + plan.steps().get(occupant.last()) + ", " + until(occupant.lastReader()) + ", in the arena at "
                + Readable.exact(occupant.offset());
        Held.Member member = new Held.Member(
                label, MemoryWords.of(occupant.bytes()), occupant.offset(), occupant.first(), occupant.last());
        return new Held(label, words, colours.of(occupant.tensors().get(0)), List.of(member));
    }

    /** A tensor, and the last that lies in its memory: {@code layer1.0.conv1 → relu}. */
    private static String label(Occupant occupant) {
        List<String> tensors = occupant.tensors();
        String first = tensors.get(0);
        String last = tensors.get(tensors.size() - 1);
        return tensors.size() == 1 ? first : first + " → " + ModuleColours.end(last);
    }

    private static String until(Optional<String> lastReader) {
        return lastReader.map(reader -> "read last by " + reader).orElse("an output");
    }

    private List<Step> steps(List<Held> each) {
        List<String> labels = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<Quantity> held = new ArrayList<>();
        for (int step : plan.steps()) {
            Node node = network.graph().nodes().get(step);
            labels.add(node.name());
            words.add(
                    node.isInput()
                            ? node.name()
                            : node.name() + " (" + node.op().kind() + ")");
            held.add(MemoryWords.of(plan.live(step)));
        }
        return StepSentences.of(
                plan.steps(),
                labels,
                words,
                held,
                each.stream().map(one -> one.members().get(0)).toList());
    }

    private Mark mark() {
        Peak peak = plan.peak();
        int step = plan.steps().indexOf(peak.step());
        List<Witness> witnesses = new ArrayList<>();
        for (Peak.LiveTensor live : peak.live()) {
            Occupant occupant = occupants.stream()
                    .filter(one -> one.tensors().contains(live.name()))
                    .findFirst()
                    .orElseThrow();
            witnesses.add(new Witness(
                    MemoryWords.of(live.bytes()),
                    PlainText.of(label(occupant)),
                    PlainText.of(until(live.lastReader())),
                    colours.of(occupant.tensors().get(0)),
                    0));
        }
        String words = "peak " + MemoryWords.of(plan.most()).words() + " at step " + peak.step() + ", " + peak.layer()
                + " (" + peak.operator() + ")";
        return new Mark(step, PlainText.of(words), MemoryWords.largest(witnesses));
    }

    private List<Block> placed() {
        List<Block> blocks = new ArrayList<>(all.drawn().size());
        int[] tones = new int[colours.series().size()];
        for (Held held : all.drawn()) {
            List<Span> spans = held.members().stream()
                    .filter(member -> member.bytes().exact() > 0)
                    .map(member -> new Span(
                            member.first(),
                            member.last(),
                            member.offset(),
                            member.offset() + member.bytes().exact()))
                    .toList();
            if (!spans.isEmpty()) {
                int tone = tones[held.series()]++ % MemoryStack.TONES;
                blocks.add(new Block(held.label(), held.words(), held.series(), tone, spans));
            }
        }
        return blocks;
    }
}
