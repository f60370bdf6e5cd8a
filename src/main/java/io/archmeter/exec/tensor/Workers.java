package io.archmeter.exec.tensor;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * The threads that share the work of a layer: the caller's, and others that wait for the next layer awake for a moment, since the
 * layers of a network follow each other within microseconds, then asleep, and end when nothing comes.
 */
public final class Workers {
    /** About as long as waking a thread takes. */
    private static final int LOOKS = 20_000;

    /** Multiply-adds, or elements, that take a thread about as long as it takes two to agree on them, some microseconds. */
    private static final long WORTH_SHARING = 1 << 15;

    private static final long IDLE_NANOSECONDS = 200_000_000;

    private final Thread[] helpers;
    private volatile Round round = new Round(0, 1, (number, thread) -> {});

    /** A part of a layer's work. */
    @FunctionalInterface
    public interface Task {
        /**
         * @param task its number
         * @param thread the number of the thread that does it, from 0; it does one task at a time
         */
        void run(int task, int thread);
    }

    /**
     * @param threads how many threads work, the caller's among them
     */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("somebody has to work: " + threads + " threads");
        }
        this.helpers = new Thread[threads - 1];
    }

    /** As many threads, or one for each core where that is fewer: more would only take turns. */
    public static Workers onCores(int threads) {
        return new Workers(Math.min(threads, Runtime.getRuntime().availableProcessors()));
    }

    public int threads() {
        return 1 + helpers.length;
    }

    /** How many threads do so many tasks: all, or as many as there are tasks. Their numbers are below this one. */
    public int threads(int tasks) {
        return Math.min(tasks, threads());
    }

    /** Does the tasks 0 … tasks − 1, each once, in any order and on any thread; returns when all are done. */
    public void forEach(int tasks, IntConsumer task) {
        forEach(tasks, (number, thread) -> task.accept(number));
    }

    /**
     * The same, for tasks that ask which thread they are on. What a task throws is thrown here, and tasks that have not begun are left
     * out. To be called by one thread at a time.
     */
    public void forEach(int tasks, Task task) {
        forEach(tasks, Long.MAX_VALUE, task);
    }

    /**
     * The same where it is known how much there is to do: what is done before another thread has heard of it is done by the caller.
     *
     * @param work multiply-adds of all tasks together, or elements where there are none
     */
    public void forEach(int tasks, long work, Task task) {
        int threads = work < WORTH_SHARING ? Math.min(tasks, 1) : threads(tasks);
        Round next = new Round(tasks, threads, task);
        if (threads > 1) {
            round = next;
            for (int helper = 0; helper < threads - 1; helper++) {
                wake(helper);
            }
        }
        next.work(0);
        next.await();
    }

    private void wake(int helper) {
        Thread thread = helpers[helper];
        if (thread != null && thread.isAlive()) {
            LockSupport.unpark(thread);
            return;
        }
        Thread fresh = new Thread(() -> help(helper + 1), "archmeter-worker-" + (helper + 1));
        fresh.setDaemon(true);
        helpers[helper] = fresh;
        fresh.start();
    }

    /** Nobody waits for a helper that ends or comes late: the caller does what is left itself. */
    private void help(int thread) {
        Round done = null;
        long idleSince = System.nanoTime();
        while (System.nanoTime() - idleSince < IDLE_NANOSECONDS) {
            for (int look = 0; look < LOOKS && round == done; look++) {
                Thread.onSpinWait();
            }
            if (round == done) {
                LockSupport.parkNanos(this, IDLE_NANOSECONDS);
            } else {
                done = round;
                done.work(thread);
                idleSince = System.nanoTime();
            }
        }
    }

    /**
     * The tasks of one layer. Each thread begins with a share of its own, the same one in each layer, so that it often finds in its
     * cache what it has put out before; then it takes what is left of the others'. It takes several tasks at a time, the fewer the
     * fewer are left: where threads ask for each of a thousand small tasks, they wait for each other's caches longer than the tasks
     * take. A thread without a share stays out, even one that is still awake from the layer before.
     */
    private static final class Round {
        /** A share is taken in parts of what is left of it: the last thread to finish works alone on one of its last ones. */
        private static final int PARTS = 4;

        /** From a share's number to the next one's: they lie in different lines of a cache. */
        private static final int APART = 32;

        private final int tasks;
        private final int shares;
        private final Task task;
        private final AtomicIntegerArray begun;
        private final AtomicInteger done = new AtomicInteger();
        private volatile Throwable failure;
        private volatile Thread waiting;

        Round(int tasks, int shares, Task task) {
            this.tasks = tasks;
            this.shares = shares;
            this.task = task;
            this.begun = new AtomicIntegerArray(Math.multiplyExact(shares + 1, APART));
        }

        void work(int thread) {
            if (thread >= shares) {
                return;
            }
            for (int other = 0; other < shares; other++) {
                work(thread, (thread + other) % shares);
            }
        }

        private void work(int thread, int share) {
            int first = first(share);
            int size = first(share + 1) - first;
            int counter = (share + 1) * APART;
            for (int from = begun.get(counter); from < size; from = begun.get(counter)) {
                int together = EvenSplit.parts(size - from, PARTS);
                if (begun.compareAndSet(counter, from, from + together)) {
                    for (int number = from; number < from + together; number++) {
                        run(first + number, thread);
                    }
                    finish(together);
                }
            }
        }

        private int first(int share) {
            return (int) ((long) share * tasks / shares);
        }

        private void run(int number, int thread) {
            try {
                if (failure == null) {
                    task.run(number, thread);
                }
            } catch (RuntimeException | Error thrown) {
                failure = thrown;
            }
        }

        private void finish(int together) {
            if (done.addAndGet(together) == tasks && waiting != null) {
                LockSupport.unpark(waiting);
            }
        }

        /** Looks for a moment whether the others are done, then sleeps until the last of them says so. */
        void await() {
            for (int look = 0; done.get() < tasks && look < LOOKS; look++) {
                Thread.onSpinWait();
            }
            if (done.get() < tasks) {
                waiting = Thread.currentThread();
                while (done.get() < tasks) {
                    LockSupport.park(this);
                }
            }
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
