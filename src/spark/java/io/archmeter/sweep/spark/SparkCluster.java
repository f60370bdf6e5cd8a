package io.archmeter.sweep.spark;

import io.archmeter.sweep.Summary;
import io.archmeter.sweep.part.Cluster;
import io.archmeter.sweep.part.ClusterJob;

/** The cluster that Spark makes of machines. It is made where there may be no Spark, and names nothing of it. */
public final class SparkCluster implements Cluster {
    @Override
    public Summary sweep(ClusterJob job) {
        return new SparkSweep(job).run();
    }
}
