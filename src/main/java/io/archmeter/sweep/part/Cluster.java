package io.archmeter.sweep.part;

import io.archmeter.sweep.Summary;

/** Many machines that evaluate a sweep together. It is found on the class path ({@link java.util.ServiceLoader}). */
public interface Cluster {
    /**
     * What all points come to, the same as on one machine.
     *
     * @throws io.archmeter.problem.ProblemException where a condition cannot be evaluated, rows cannot be written, or the machines are not there
     */
    Summary sweep(ClusterJob job);
}
