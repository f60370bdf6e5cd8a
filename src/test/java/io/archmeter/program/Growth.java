package io.archmeter.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.IntConsumer;

/**
 * How much work something is, in steps of the program: calls of its methods and turns of its loops. They are the same in every run and on
 * every machine, while a time tells what else the machine had to do. What libraries do between them is not counted.
 */
public final class Growth {
    private Growth() {}

    /**
     * The steps of a task.
     *
     * @param task takes the size of what it is to do; the class is loaded again, beside a program that counts
     */
    public static synchronized long steps(Class<? extends IntConsumer> task, int size) {
        IntConsumer counted = counted(task);
        StepCounter.reset();
        counted.accept(size);
        return StepCounter.taken();
    }

    /**
     * How often a command line calls a method of the program that has no loops.
     *
     * @param of the class that has the method
     */
    public static synchronized long calls(Class<?> of, String method, String... commandLine) {
        byte[] counting = CountedSteps.in(OwnClasses.classFile(of), method::equals);
        Program program = new Program(Map.of(of.getName(), counting));
        StepCounter.reset();
        assertThat(program.run(commandLine).code()).isZero();
        return StepCounter.taken();
    }

    /**
     * Requires that twice as much takes about twice as many steps. A search in a sorted list takes a step more then, a loop over
     * all pairs four times as many.
     */
    public static void requireProportional(Class<? extends IntConsumer> task, int size) {
        assertThat(2 * steps(task, 2 * size))
                .as("two times the steps of %s for %d", task.getSimpleName(), 2 * size)
                .isLessThan(5 * steps(task, size));
    }

    private static IntConsumer counted(Class<? extends IntConsumer> task) {
        return OwnClasses.create(new OwnClasses((name, built) -> CountedSteps.in(built)), task);
    }
}
