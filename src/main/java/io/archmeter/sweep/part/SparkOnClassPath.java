package io.archmeter.sweep.part;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.provider.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/** Spark, where it is: in another jar than this tool, which may be older than what this tool calls. */
public final class SparkOnClassPath {
    private static final String VERSION = "spark-version-info.properties";
    private static final int OLDEST = 4;

    private SparkOnClassPath() {}

    /**
     * The cluster that Spark makes of machines.
     *
     * @param place whose problem it is where there is none
     * @throws ProblemException where this tool was built without it, or there is no Spark, or one that is too old
     */
    public static Cluster cluster(Span place) {
        List<Cluster> found = Providers.of(Cluster.class);
        if (found.isEmpty()) {
            throw new ProblemException(Problem.at(
                    place,
                    "built-without-spark",
                    "this archmeter was built without what runs on Spark",
                    "build it with mvn -Pspark package, or leave out --on"));
        }
        requireIn(SparkOnClassPath.class.getClassLoader(), place);
        return found.get(0);
    }

    /** Spark says its version in a file beside its classes. */
    static void requireIn(ClassLoader classes, Span place) {
        try (InputStream said = classes.getResourceAsStream(VERSION)) {
            if (said == null) {
                throw new ProblemException(Problem.at(
                        place,
                        "no-spark",
                        "there is no Spark on the class path",
                        "start it with spark-submit, or set SPARK_HOME to where Spark " + OLDEST + " lies"));
            }
            Properties properties = new Properties();
            properties.load(said);
            requireNew(properties.getProperty("version", "of no known version"), place);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read what version Spark has", unreadable);
        }
    }

    private static void requireNew(String version, Span place) {
        String major = version.split("\\.", 2)[0];
        if (!major.matches("[0-9]{1,6}") || Integer.parseInt(major) < OLDEST) {
            throw new ProblemException(Problem.at(
                    place,
                    "old-spark",
                    "Spark " + version + " is too old",
                    "take Spark " + OLDEST + " or newer, which runs on Java 17"));
        }
    }
}
