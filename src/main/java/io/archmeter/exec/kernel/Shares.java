package io.archmeter.exec.kernel;

import java.util.concurrent.atomic.AtomicInteger;

/** Work that needs memory for intermediate results: as much for each thread, however many tasks there are. */
final class Shares {
    /** One task, with arrays that no other task uses at the same time. */
    interface Task {
        void run(int number, float[][] arrays);
    }

    private Shares() {}

    /** Does the tasks, each with {@code arrays} arrays of {@code elements}, which hold what was there before. */
    static void forEach(Call call, int tasks, int arrays, int elements, Task task) {
        int shares = Math.min(tasks, call.workers().threads());
        float[][][] spaces = new float[shares][arrays][];
        for (float[][] space : spaces) {
            for (int i = 0; i < arrays; i++) {
                space[i] = call.workspace(elements);
            }
        }
        AtomicInteger next = new AtomicInteger();
        call.workers().forEach(shares, share -> {
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                task.run(i, spaces[share]);
            }
        });
    }
}
