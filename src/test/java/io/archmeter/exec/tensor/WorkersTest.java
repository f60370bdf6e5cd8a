package io.archmeter.exec.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {
    /** More than there are cores, so that threads are taken off them at any point. */
    private static final int THREADS = 4 + Runtime.getRuntime().availableProcessors();

    private final Workers workers = new Workers(THREADS);

    @Test
    void eachTaskIsDoneOnceRoundForRound() {
        for (int round = 0; round < 2_000; round++) {
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

    /** Helpers that are awake from a round of many tasks must not join one of few with a number beyond those that it has room for. */
    @Test
    void noMoreThreadsThanTasksTakePart() {
        for (int round = 0; round < 2_000; round++) {
            workers.forEach(2 * THREADS, task -> {});
            int tasks = 1 + round % THREADS;
            AtomicIntegerArray done = new AtomicIntegerArray(workers.threads(tasks));
            workers.forEach(tasks, (task, thread) -> done.incrementAndGet(thread));
            int all = 0;
            for (int thread = 0; thread < done.length(); thread++) {
                all += done.get(thread);
            }
            assertThat(all).isEqualTo(tasks);
        }
        assertThat(workers.threads(0)).isZero();
        assertThat(workers.threads(1)).isEqualTo(1);
        assertThat(workers.threads(Integer.MAX_VALUE)).isEqualTo(THREADS);
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

    /** The sizes are those at which a share is divided differently: none, one, fewer than threads, and many. */
    @Test
    void sharesOfAnySizeAreDoneWhole() {
        for (int tasks : new int[] {0, 1, THREADS - 1, THREADS, THREADS + 1, 5 * THREADS - 1, 100_003}) {
            AtomicIntegerArray done = new AtomicIntegerArray(tasks);
            workers.forEach(tasks, task -> done.incrementAndGet(task));
            for (int task = 0; task < tasks; task++) {
                assertThat(done.get(task)).as("task %s of %s", task, tasks).isEqualTo(1);
            }
        }
    }

    @Test
    void whatIsSmallIsDoneByTheCallerInOrder() {
        Thread caller = Thread.currentThread();
        StringBuilder order = new StringBuilder();
        workers.forEach(
                5, 1_000, (task, thread) -> order.append(Thread.currentThread() == caller ? task : "elsewhere"));
        assertThat(order).hasToString("01234");
    }

    /** The caller has done its own share long before, and sleeps. */
    @Test
    void aCallerThatSleepsIsWokenByTheLast() throws InterruptedException {
        Workers two = new Workers(2);
        Thread caller = Thread.currentThread();
        for (int round = 0; round < 3; round++) {
            CountDownLatch begun = new CountDownLatch(1);
            two.forEach(2, (task, thread) -> {
                if (Thread.currentThread() == caller) {
                    awaitUnchecked(begun);
                } else {
                    begun.countDown();
                    while (caller.getState() != Thread.State.WAITING) {
                        Thread.onSpinWait();
                    }
                }
            });
        }
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
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
    void onCoresThereAreNoMoreThreadsThanCores() {
        assertThat(Workers.onCores(Integer.MAX_VALUE).threads())
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
