package io.archmeter.exec.kernel;

/** Work that needs memory for intermediate results: as much for each thread, however many tasks there are. */
final class Shares {
    /** One task, with arrays that no other task uses at the same time. */
    interface Task {
        void run(int number, float[][] arrays);
    }

    private Shares() {}

    /** Does the tasks, each with {@code arrays} arrays of at least {@code elements}, which hold anything. */
    static void forEach(Call call, int tasks, int arrays, int elements, Task task) {
        float[][][] spaces = new float[call.workers().threads(tasks)][arrays][];
        for (float[][] space : spaces) {
            for (int i = 0; i < arrays; i++) {
                space[i] = call.workspace(elements);
            }
        }
        call.workers().forEach(tasks, (number, thread) -> task.run(number, spaces[thread]));
    }
}
