package io.archmeter.report;

import io.archmeter.facts.Amount;
import io.archmeter.report.text.Readable;
import io.archmeter.training.Allocation.Use;
import io.archmeter.training.TrainingCourse;
import io.archmeter.training.TrainingCourse.Stay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What training holds as blocks: use by use, in each the tensors, or where these are too many the modules to which they belong, as deep as
 * there may be blocks.
 */
final class TrainingBlocks {
    /** From the bottom: what is there all the time, what forward leaves for backward, and what comes and goes. */
    static final List<Use> USES = List.of(
            Use.WEIGHTS,
            Use.OPTIMIZER_STATE,
            Use.KEPT,
            Use.PARAMETER_GRADIENT,
            Use.GRADIENT,
            Use.ACTIVATION,
            Use.TEMPORARY);

    private final TrainingCourse course;

    TrainingBlocks(TrainingCourse course) {
        this.course = course;
    }

    /** Blocks from the lowest to the highest. */
    SmallTogether lowestFirst(int most) {
        if (course.stays().size() <= most) {
            return new SmallTogether(each(), 0);
        }
        int depth = course.stays().stream()
                .mapToInt(stay -> stay.held().layer().split("\\.", -1).length)
                .max()
                .orElse(1);
        List<Held> modules = modules(depth);
        while (depth > 1 && modules.size() > most) {
            depth--;
            modules = modules(depth);
        }
        return SmallTogether.of(modules, most, USES.size() - 1);
    }

    private List<Held> each() {
        List<Held> each = new ArrayList<>(course.stays().size());
        for (Use use : USES) {
            for (Stay stay : course.stays()) {
                if (stay.held().use() == use) {
                    each.add(one(stay));
                }
            }
        }
        return each;
    }

    private List<Held> modules(int depth) {
        List<Held> modules = new ArrayList<>();
        for (Use use : USES) {
            Map<String, List<Stay>> byModule = new LinkedHashMap<>();
            for (Stay stay : course.stays()) {
                if (stay.held().use() == use) {
                    String module = ModuleColours.module(stay.held().layer(), depth);
                    byModule.computeIfAbsent(module, unseen -> new ArrayList<>())
                            .add(stay);
                }
            }
            byModule.forEach(
                    (module, stays) -> modules.add(stays.size() == 1 ? one(stays.get(0)) : several(module, stays)));
        }
        return modules;
    }

    private Held one(Stay stay) {
        String words = stay.held().name() + ", " + MemoryWords.of(stay.held().use()) + ": "
                + Readable.bytes(stay.held().bytes()) + ", from "
                + course.steps().get(stay.first()) + " to " + course.steps().get(stay.last());
        return new Held(stay.held().name(), words, series(stay), List.of(member(stay)));
    }

    private static Held several(String module, List<Stay> stays) {
        long bytes = stays.stream().mapToLong(stay -> stay.held().bytes()).sum();
        String words = module + ", " + MemoryWords.of(stays.get(0).held().use()) + ": " + Readable.bytes(bytes) + " in "
                + Readable.exact(stays.size()) + " pieces";
        return new Held(
                module,
                words,
                series(stays.get(0)),
                stays.stream().map(TrainingBlocks::member).toList());
    }

    private static int series(Stay stay) {
        return USES.indexOf(stay.held().use());
    }

    /** What is held, with what it is held as. */
    static Held.Member member(Stay stay) {
        String name = stay.held().name() + " (" + MemoryWords.of(stay.held().use()) + ")";
        return new Held.Member(name, MemoryWords.of(Amount.exactly(stay.held().bytes())), 0, stay.first(), stay.last());
    }
}
