package io.archmeter.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One question to a model, asked again and again of one build. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AnalysisBenchmark {
    /** Stands for the build that this class is of. */
    static final String THIS = "this";

    private static final long WARM_NANOSECONDS = 2_500_000_000L;

    @Param("resnet50")
    public String model;

    @Param("analyze")
    public String question;

    /** The path of a jar, or {@link #THIS}. */
    @Param(THIS)
    public String build;

    private Supplier<Object> asked;

    /** What the thread takes of a processor: on a busy machine the time of the clock is that of others too. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Processor {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private long began;
        private long ended;
        private long asked;

        @Setup(Level.Iteration)
        public void begin() {
            asked = 0;
            began = threads.getCurrentThreadCpuTime();
        }

        @TearDown(Level.Iteration)
        public void end() {
            ended = threads.getCurrentThreadCpuTime();
        }

        /** Of one question. */
        public double nanoseconds() {
            return (double) (ended - began) / asked;
        }
    }

    /** Asks until the thread has taken so much of a processor: how long that is by the clock depends on who else takes it. */
    @Setup
    public void warm() throws IOException, ReflectiveOperationException {
        asked = questions().apply(model).get(question);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        while (threads.getCurrentThreadCpuTime() < WARM_NANOSECONDS) {
            asked.get();
        }
    }

    @SuppressWarnings("unchecked") // the class is this one, in whatever loader
    private Function<String, Map<String, Supplier<Object>>> questions()
            throws IOException, ReflectiveOperationException {
        if (build.equals(THIS)) {
            return new AnalysisQuestions();
        }
        URL own = AnalysisQuestions.class.getProtectionDomain().getCodeSource().getLocation();
        URL[] classes = {Path.of(build).toUri().toURL(), own};
        ClassLoader loader = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader());
        return (Function<String, Map<String, Supplier<Object>>>) loader.loadClass(AnalysisQuestions.class.getName())
                .getDeclaredConstructor()
                .newInstance();
    }

    @Benchmark
    public Object ask(Processor processor) {
        processor.asked++;
        return asked.get();
    }
}
