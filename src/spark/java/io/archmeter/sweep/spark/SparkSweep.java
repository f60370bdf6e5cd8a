package io.archmeter.sweep.spark;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.sweep.Summary;
import io.archmeter.sweep.Sweep;
import io.archmeter.sweep.part.ClusterJob;
import io.archmeter.sweep.part.PartFiles;
import io.archmeter.sweep.part.PartSweep;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** A sweep from the machine that leads it: it says which parts there are, and takes what they come to, already put together. */
final class SparkSweep {
    /** Tasks are this many at most: one that is lost with its executor is little work, and starting one takes some milliseconds. */
    private static final int MOST_TASKS = 4_096;

    /** What comes to the driver is put together by executors first, in so many steps. */
    private static final int STEPS = 2;

    private final ClusterJob job;
    private final Sweep sweep;
    private final byte[] texts;

    SparkSweep(ClusterJob job) {
        this.job = job;
        this.sweep = job.space().sweep();
        this.texts = job.space().texts().bytes();
    }

    /** @throws ProblemException where a condition cannot be evaluated, rows cannot be written, or Spark fails */
    Summary run() {
        SparkConf settings = settings();
        try (JavaSparkContext spark = new JavaSparkContext(settings)) {
            return run(spark);
        } catch (ProblemException problem) {
            throw problem;
        } catch (Exception failed) {
            // SparkException is checked, and thrown where nothing says so.
            throw failure(failed);
        }
    }

    private SparkConf settings() {
        SparkConf settings = new SparkConf().setAppName("archmeter sweep " + sweep.name());
        job.master().ifPresent(settings::setMaster);
        if (!settings.contains("spark.master")) {
            throw new ProblemException(Problem.at(
                    Span.of("archmeter sweep"),
                    "no-master",
                    "nobody says who leads the cluster",
                    "add --master spark://host:7077, or start it with spark-submit"));
        }
        settings.setIfMissing("spark.log.level", "WARN");
        ownJar().ifPresent(jar -> settings.setIfMissing("spark.jars", jar));
        return settings;
    }

    /** The jar that executors need as well; spark-submit hands it to them itself. */
    private static Optional<String> ownJar() {
        CodeSource source = SparkSweep.class.getProtectionDomain().getCodeSource();
        return Optional.ofNullable(source)
                .map(found -> Path.of(found.getLocation().getPath()))
                .filter(Files::isRegularFile)
                .map(Path::toString);
    }

    private Summary run(JavaSparkContext spark) throws IOException {
        PartSweep parts = new PartSweep(sweep);
        Optional<PartFiles> files = job.rows().isPresent()
                ? Optional.of(new PartFiles(sweep, HadoopFolder.of(job.rows().get())))
                : Optional.empty();
        if (files.isPresent()) {
            files.get().begin(job.resumes());
        }
        BigInteger end = new SampleEnd(spark, parts, texts).find();
        long count = parts.parts().count(end);
        int tasks = Math.toIntExact(Math.min(count, MOST_TASKS));
        PartTask task = new PartTask(texts, job.rows().orElse(""), job.resumes(), end, count, tasks);
        byte[] together = spark.parallelize(IntStream.range(0, tasks).boxed().toList(), tasks)
                .map(task)
                .treeReduce(new PartMerge(texts), STEPS);
        Summary summary = TaskResult.summary(together, sweep)
                .orElseThrow(() -> refused(TaskResult.failed(together), parts, files, end));
        if (files.isPresent()) {
            files.get().finish(end);
        }
        return summary;
    }

    /** What is wrong with a part is the same here as on an executor, and need not be sent. */
    private RuntimeException refused(long part, PartSweep parts, Optional<PartFiles> files, BigInteger end) {
        try {
            parts.summary(part, end, files, job.resumes());
        } catch (ProblemException problem) {
            return problem;
        } catch (IOException failed) {
            return failure(failed);
        }
        return failure(new IOException("part " + part + " is refused by an executor, and not here"));
    }

    private static ProblemException failure(Exception failed) {
        String said = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
        return new ProblemException(Problem.at(
                Span.of("archmeter sweep"),
                "spark-failed",
                "Spark failed: " + said,
                "see what it says of it above, and go on with --resume where rows were written"));
    }
}
