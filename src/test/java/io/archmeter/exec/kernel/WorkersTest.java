package io.archmeter.exec.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("vectors")
class WorkersTest {
    private final Workers workers = new Workers(Runtime.getRuntime().availableProcessors());

    @Test
    void eachTaskIsDoneOnceRoundForRound() {
        for (int round = 0; round < 20_000; round++) {
            AtomicIntegerArray done = new AtomicIntegerArray(round % 7);
            workers.forEach(done.length(), task -> done.incrementAndGet(task));
            for (int task = 0; task < done.length(); task++) {
                assertThat(done.get(task)).isEqualTo(1);
            }
        }
    }

    @Test
    void aThreadDoesOneTaskAtATime() {
        AtomicIntegerArray busy = new AtomicIntegerArray(workers.threads());
        workers.forEach(10_000, (task, thread) -> {
            if (busy.incrementAndGet(thread) != 1) {
                throw new AssertionError("thread " + thread + " is at work");
            }
            busy.decrementAndGet(thread);
        });
    }

    @Test
    void whatATaskThrowsIsThrownAndTheNextRoundIsAsEver() {
        for (int culprit : new int[] {0, 50, 99}) {
            assertThatThrownBy(() -> workers.forEach(100, task -> {
                        if (task == culprit) {
                            throw new OutOfMemoryError("task " + task);
                        }
                    }))
                    .isInstanceOf(OutOfMemoryError.class)
                    .hasMessage("task " + culprit);
        }
        eachTaskIsDoneOnceRoundForRound();
    }

    @Test
    void helpersThatHaveEndedAreReplaced() throws InterruptedException {
        eachTaskIsDoneOnceRoundForRound();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("archmeter-worker-")) {
                // It ends when nothing comes.
                thread.join();
            }
        }
        eachTaskIsDoneOnceRoundForRound();
    }

    @Test
    void thereAreNoMoreThreadsThanCores() {
        assertThat(new Workers(Integer.MAX_VALUE).threads())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(new Workers(1).threads()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Workers(0));
    }

    @Test
    void withOneThreadTheCallerDoesAllInOrder() {
        Thread caller = Thread.currentThread();
        StringBuilder order = new StringBuilder();
        new Workers(1).forEach(5, task -> order.append(Thread.currentThread() == caller ? task : "elsewhere"));
        assertThat(order).hasToString("01234");
    }
}
