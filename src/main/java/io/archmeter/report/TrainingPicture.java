package io.archmeter.report;

import io.archmeter.analysis.MemoryReport;
import io.archmeter.facts.Amount;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.report.picture.BlocksOverSteps;
import io.archmeter.report.picture.BlocksOverSteps.Mark;
import io.archmeter.report.picture.BlocksOverSteps.Step;
import io.archmeter.report.picture.BlocksOverSteps.Stretch;
import io.archmeter.report.picture.BlocksOverSteps.Witness;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.text.PlainText;
import io.archmeter.report.text.Readable;
import io.archmeter.training.Allocation.Use;
import io.archmeter.training.Step.Phase;
import io.archmeter.training.TrainingCourse;
import io.archmeter.training.TrainingCourse.Stay;
import io.archmeter.training.TrainingMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What an iteration of training holds, step by step, by what it is held for. */
final class TrainingPicture {
    /** Pieces of each use that are named. */
    private static final int NAMED = 2;

    private final MemoryReport memory;
    private final TrainingMemory training;
    private final TrainingCourse course;

    private TrainingPicture(MemoryReport memory, TrainingMemory training, TrainingCourse course) {
        this.memory = memory;
        this.training = training;
        this.course = course;
    }

    /**
     * Empty where nothing can be trained, or nothing is known of what is held.
     *
     * @param most how many blocks it has at most
     */
    static Optional<BlocksOverSteps> of(NetworkFacts network, MemoryReport memory, int most, String name) {
        return memory.training()
                .filter(training -> training.peakBytes() > 0)
                .map(training -> new TrainingPicture(memory, training, TrainingCourse.of(network, memory.optimizer()))
                        .picture(most, name));
    }

    private BlocksOverSteps picture(int most, String name) {
        SmallTogether drawn = new TrainingBlocks(course).lowestFirst(most);
        List<Step> steps = steps();
        Mark mark = mark(steps);
        return new BlocksOverSteps(
                name,
                PlainText.of(memory.model()) + ": bytes that an iteration of training holds, step by step"
                        + drawn.said() + MemoryWords.notDrawn(training.most()),
                Readable.exact(steps.size()) + " steps of forward, backward and update with " + memory.optimizer()
                        + "; " + mark.words() + ".",
                steps,
                stretches(),
                TrainingBlocks.USES.stream().map(MemoryWords::of).toList(),
                new MemoryStack(steps.size()).blocks(drawn.drawn()),
                MemoryWords.of(training.most()),
                RoundNumbers.bytesUpTo(training.peakBytes()),
                mark);
    }

    private List<Step> steps() {
        List<Quantity> held = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            for (long bytes : training.liveBytes().get(phase)) {
                held.add(MemoryWords.of(new Amount(bytes, training.most().origins())));
            }
        }
        return StepSentences.of(
                IntStream.range(0, held.size()).boxed().toList(),
                course.steps().stream()
                        .map(step -> step.phase() == Phase.UPDATE ? step.toString() : step.layer())
                        .toList(),
                course.steps().stream().map(Object::toString).toList(),
                held,
                course.stays().stream().map(TrainingBlocks::member).toList());
    }

    private List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        int first = 0;
        for (Phase phase : Phase.values()) {
            int steps = training.liveBytes().get(phase).size();
            if (steps > 0) {
                stretches.add(new Stretch(phase.toString(), first));
            }
            first += steps;
        }
        return stretches;
    }

    private Mark mark(List<Step> steps) {
        int busiest = 0;
        while (steps.get(busiest).held().exact() < training.peakBytes()) {
            busiest++;
        }
        int step = busiest;
        String words = "peak " + MemoryWords.of(training.most()).words() + " at step " + step + ", " + training.peak();
        return new Mark(step, PlainText.of(words), witnesses(step));
    }

    /** What is held for each use, the largest first, and the largest pieces of it. */
    private List<Witness> witnesses(int step) {
        List<Witness> witnesses = new ArrayList<>();
        for (Use use : TrainingBlocks.USES) {
            List<Stay> largestFirst = course.stays().stream()
                    .filter(stay -> stay.held().use() == use && stay.first() <= step && step <= stay.last())
                    .sorted(Comparator.comparingLong((Stay stay) -> stay.held().bytes())
                            .reversed())
                    .toList();
            if (!largestFirst.isEmpty()) {
                witnesses.add(witness(use, largestFirst));
            }
        }
        witnesses.sort(
                Comparator.comparingLong((Witness witness) -> witness.bytes().exact())
                        .reversed());
        return witnesses;
    }

    private static Witness witness(Use use, List<Stay> largestFirst) {
        long bytes =
                largestFirst.stream().mapToLong(stay -> stay.held().bytes()).sum();
        StringBuilder words = new StringBuilder();
        for (Stay stay : largestFirst.subList(0, Math.min(NAMED, largestFirst.size()))) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(stay.held().name())
                    .append(' ')
                    .append(Readable.bytes(stay.held().bytes()));
        }
        int more = largestFirst.size() - NAMED;
        words.append(more > 0 ? ", " + Readable.exact(more) + " more" : "");
        return new Witness(
                new Quantity(bytes, Readable.bytes(bytes)),
                MemoryWords.of(use),
                PlainText.of(words.toString()),
                TrainingBlocks.USES.indexOf(use),
                0);
    }
}
