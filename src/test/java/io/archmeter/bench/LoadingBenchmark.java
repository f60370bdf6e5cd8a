package io.archmeter.bench;

import io.archmeter.analysis.Analyzer;
import io.archmeter.analysis.CostReport;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.load.LoadOptions;
import io.archmeter.problem.Problems;
import io.archmeter.spec.Spec;
import io.archmeter.spec.expand.ModelInstantiation;
import io.archmeter.spec.library.BundledLibrary;
import io.archmeter.spec.load.SpecLoader;
import io.archmeter.spec.parse.SpecParser;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it takes until a bundled model can be asked something, in a warm JVM: from its flat file, and from its spec. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LoadingBenchmark {
    /** The file of the model's spec. */
    @Param("resnet.yaml")
    public String file;

    @Param("resnet50")
    public String model;

    private Spec spec;

    @Setup
    public void parseOnce() {
        spec = parse();
    }

    /** From the text of a spec to what it says. */
    @Benchmark
    public Spec parse() {
        return SpecParser.parse(file, new BundledLibrary(), new Problems());
    }

    /** From what a spec says to a graph, as a search over its params does again and again. */
    @Benchmark
    public Graph instantiate() {
        return ModelInstantiation.graph(spec, Optional.of(model), LoadOptions.DEFAULT, new Problems());
    }

    /** From the flat file of the model to its graph. */
    @Benchmark
    public Graph load() {
        return SpecLoader.load(model, LoadOptions.DEFAULT);
    }

    /** The same, and what each layer costs. */
    @Benchmark
    public CostReport loadAndAnalyze() {
        return Analyzer.analyze(NetworkFacts.of(load(), DType.FLOAT32), false);
    }
}
