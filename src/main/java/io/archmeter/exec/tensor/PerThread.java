package io.archmeter.exec.tensor;

/** Work that needs memory for intermediate results: as much for each thread, however many tasks there are. */
public final class PerThread {
    /** One task, with arrays that no other task uses at the same time. */
    public interface Task {
        void run(int number, float[][] arrays);
    }

    private PerThread() {}

    /** Does the tasks, each with {@code arrays} arrays of at least {@code elements}, which hold anything. */
    public static void forEach(KernelCall call, int tasks, int arrays, int elements, Task task) {
        forEach(call, tasks, Long.MAX_VALUE, arrays, elements, task);
    }

    /**
     * The same where it is known how much there is to do.
     *
     * @param work multiply-adds of all tasks together, or elements where there are none
     */
    public static void forEach(KernelCall call, int tasks, long work, int arrays, int elements, Task task) {
        float[][][] spaces = new float[call.workers().threads(tasks)][arrays][];
        for (float[][] space : spaces) {
            for (int i = 0; i < arrays; i++) {
                space[i] = call.workspace(elements);
            }
        }
        call.workers().forEach(tasks, work, (number, thread) -> task.run(number, spaces[thread]));
    }
}
