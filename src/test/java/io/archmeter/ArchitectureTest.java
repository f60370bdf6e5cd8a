package io.archmeter;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.op.AttentionMask;
import io.archmeter.op.Axis;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inputs;
import io.archmeter.op.Interpolation;
import io.archmeter.op.OnnxInput;
import io.archmeter.op.OnnxOperator;
import io.archmeter.op.OnnxRegion;
import io.archmeter.op.PaddingMode;
import io.archmeter.op.PoolFunction;
import io.archmeter.op.Rounding;
import io.archmeter.op.Window;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of the house: who may know whom, and what is not done anywhere. */
class ArchitectureTest {
    private static final String ROOT = "io.archmeter";
    private static final String RULE = "io.archmeter.op.OpRule";
    private static final String MAIN = "io.archmeter.cli.Main";
    private static final Path SOURCES = Path.of("src/main/java");

    private static final JavaClasses MAIN_CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** For each package those that it may import; the root package is the library's door. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            entry("problem", Set.of()),
            entry("graph", Set.of("problem")),
            entry("value", Set.of()),
            entry("load", Set.of("graph", "problem")),
            entry("provider", Set.of("problem")),
            entry("op", Set.of("provider", "value", "graph", "problem")),
            entry("facts", Set.of("op", "graph", "problem")),
            entry("memory", Set.of("facts", "op", "graph", "problem")),
            entry("training", Set.of("facts", "op", "graph", "problem")),
            entry("fusion", Set.of("op", "graph")),
            entry("analysis", Set.of("value", "training", "memory", "facts", "op", "graph", "problem")),
            entry(
                    "growth",
                    Set.of(
                            "spec.load",
                            "load",
                            "metric",
                            "analysis",
                            "training",
                            "memory",
                            "facts",
                            "op",
                            "value",
                            "graph",
                            "problem")),
            entry("convention", Set.of("spec.expression", "analysis", "facts", "op", "value", "graph", "problem")),
            entry(
                    "convention.file",
                    Set.of(
                            "convention",
                            "spec.expression",
                            "spec.library",
                            "schema",
                            "source",
                            "op",
                            "value",
                            "problem")),
            entry(
                    "convention.reconcile",
                    Set.of("convention", "spec.load", "spec.library", "load", "facts", "graph", "problem")),
            entry("roofline", Set.of("memory", "facts", "op", "value", "graph", "problem")),
            entry("roofline.file", Set.of("roofline", "spec.library", "schema", "source", "value", "graph", "problem")),
            entry("weights", Set.of("graph")),
            entry("onnx", Set.of("weights", "facts", "op", "graph", "problem")),
            entry("onnx.file", Set.of("source", "problem")),
            entry("onnx.model", Set.of("onnx.file", "graph", "problem")),
            entry("onnx.infer", Set.of("onnx.model", "onnx.file", "op", "graph", "problem")),
            entry("onnx.network", Set.of("onnx.infer", "onnx.model", "onnx.file", "op", "value", "graph", "problem")),
            entry("source", Set.of("op", "value", "problem")),
            entry("git", Set.of("source", "problem")),
            entry("accuracy", Set.of("spec.library", "source", "problem")),
            entry("pattern", Set.of()),
            entry("spec.expression", Set.of("source", "value", "graph", "problem")),
            entry("spec.flat", Set.of("op", "value", "graph", "problem")),
            entry(
                    "spec",
                    Set.of(
                            "spec.flat",
                            "spec.expression",
                            "pattern",
                            "git",
                            "source",
                            "op",
                            "value",
                            "graph",
                            "problem")),
            entry("schema", Set.of("json")),
            entry(
                    "spec.expand",
                    Set.of(
                            "spec",
                            "spec.flat",
                            "spec.expression",
                            "source",
                            "op",
                            "value",
                            "load",
                            "graph",
                            "problem")),
            entry("spec.library", Set.of("git", "source", "problem")),
            entry("spec.parse", Set.of("spec.library", "spec", "spec.expression", "source", "op", "value", "problem")),
            entry("spec.write", Set.of("json", "spec", "facts", "op", "value", "graph", "problem")),
            entry(
                    "spec.load",
                    Set.of(
                            "onnx.network",
                            "onnx.infer",
                            "onnx.file",
                            "spec.parse",
                            "spec.library",
                            "spec.expand",
                            "schema",
                            "spec",
                            "spec.flat",
                            "pattern",
                            "git",
                            "source",
                            "op",
                            "value",
                            "load",
                            "graph",
                            "problem")),
            entry("exec.matrix", Set.of()),
            entry("exec.tensor", Set.of("op", "graph")),
            entry("exec.kernel.conv", Set.of("exec.tensor", "exec.matrix", "op", "graph")),
            entry("exec.kernel.onnx", Set.of("exec.tensor", "op", "value", "graph")),
            entry(
                    "exec.kernel",
                    Set.of(
                            "provider",
                            "exec.kernel.conv",
                            "exec.kernel.onnx",
                            "exec.tensor",
                            "exec.matrix",
                            "op",
                            "graph")),
            entry("exec", Set.of("exec.kernel", "exec.tensor", "weights", "memory", "graph", "problem")),
            entry("json", Set.of("value", "problem")),
            entry("metric", Set.of("facts", "analysis", "training", "memory", "graph", "problem")),
            entry(
                    "verify",
                    Set.of(
                            "metric",
                            "exec",
                            "exec.kernel",
                            "exec.tensor",
                            "fusion",
                            "weights",
                            "memory",
                            "facts",
                            "op",
                            "graph",
                            "problem")),
            entry(
                    "",
                    Set.of(
                            "analysis",
                            "budget",
                            "budget.check",
                            "budget.file",
                            "budget.run",
                            "convention",
                            "diff",
                            "diff.side",
                            "facts",
                            "graph",
                            "memory",
                            "onnx",
                            "snapshot",
                            "load",
                            "spec.load",
                            "spec.write",
                            "training",
                            "verify",
                            "roofline",
                            "roofline.file",
                            "convention.file",
                            "report",
                            "report.answer",
                            "report.check",
                            "report.document",
                            "report.text",
                            "problem")),
            entry(
                    "snapshot.file",
                    Set.of("graph", "json", "metric", "op", "problem", "snapshot", "source", "training", "value")),
            entry(
                    "snapshot",
                    Set.of("memory", "problem", "value", "graph", "facts", "training", "metric", "analysis", "op")),
            entry(
                    "budget",
                    Set.of(
                            "convention",
                            "metric",
                            "snapshot",
                            "spec.load",
                            "load",
                            "facts",
                            "op",
                            "value",
                            "graph",
                            "problem")),
            entry(
                    "sweep",
                    Set.of(
                            "accuracy",
                            "spec.expand",
                            "spec.expression",
                            "spec",
                            "metric",
                            "analysis",
                            "training",
                            "memory",
                            "facts",
                            "value",
                            "load",
                            "graph",
                            "problem")),
            entry(
                    "sweep.file",
                    Set.of(
                            "sweep",
                            "budget.file",
                            "accuracy",
                            "spec.parse",
                            "spec.library",
                            "spec.expression",
                            "spec",
                            "metric",
                            "schema",
                            "source",
                            "value",
                            "graph",
                            "problem")),
            entry("parquet", Set.of()),
            entry(
                    "sweep.rows",
                    Set.of("parquet", "sweep", "json", "metric", "facts", "source", "value", "graph", "problem")),
            entry(
                    "sweep.part",
                    Set.of("provider", "parquet", "sweep.rows", "sweep.file", "sweep", "source", "problem")),
            entry("diff.align", Set.of("value", "metric", "snapshot", "graph")),
            entry(
                    "diff.side",
                    Set.of(
                            "diff",
                            "snapshot",
                            "spec.load",
                            "load",
                            "git",
                            "source",
                            "facts",
                            "op",
                            "graph",
                            "problem",
                            "snapshot.file")),
            entry("diff", Set.of("value", "metric", "diff.align", "snapshot", "graph", "problem")),
            entry(
                    "budget.check",
                    Set.of(
                            "convention",
                            "metric",
                            "diff",
                            "diff.align",
                            "budget",
                            "snapshot",
                            "pattern",
                            "training",
                            "memory",
                            "facts",
                            "op",
                            "value",
                            "graph",
                            "problem",
                            "snapshot.file")),
            entry("nesting", Set.of("facts", "value", "graph")),
            entry("layout", Set.of()),
            entry("report.picture", Set.of()),
            entry("report.markup", Set.of("report.text")),
            entry("report.svg", Set.of("report.markup", "report.picture")),
            entry("report.workbook", Set.of()),
            entry(
                    "report.document",
                    Set.of("report.picture", "value", "metric", "analysis", "memory", "facts", "op", "graph")),
            entry("report.text", Set.of("problem")),
            entry(
                    "report.writer",
                    Set.of(
                            "json",
                            "value",
                            "report.workbook",
                            "report.svg",
                            "report.markup",
                            "report.picture",
                            "report.text",
                            "report.document",
                            "analysis",
                            "memory",
                            "op",
                            "graph",
                            "problem")),
            entry(
                    "report.diff",
                    Set.of(
                            "op",
                            "value",
                            "metric",
                            "report.writer",
                            "report.picture",
                            "report.text",
                            "report.document",
                            "diff",
                            "diff.align",
                            "snapshot",
                            "training",
                            "graph")),
            entry(
                    "report.check",
                    Set.of(
                            "convention",
                            "json",
                            "metric",
                            "report.diff",
                            "report.writer",
                            "report.markup",
                            "report.picture",
                            "report.text",
                            "report.document",
                            "budget.check",
                            "diff",
                            "budget",
                            "snapshot",
                            "git",
                            "problem")),
            entry(
                    "assertj",
                    Set.of(
                            "metric",
                            "report.check",
                            "budget.check",
                            "budget",
                            "snapshot",
                            "",
                            "training",
                            "facts",
                            "op",
                            "graph",
                            "problem")),
            entry(
                    "budget.file",
                    Set.of(
                            "convention",
                            "convention.file",
                            "metric",
                            "budget",
                            "snapshot",
                            "spec.load",
                            "spec.library",
                            "schema",
                            "spec",
                            "pattern",
                            "git",
                            "source",
                            "training",
                            "op",
                            "value",
                            "graph",
                            "problem",
                            "snapshot.file")),
            entry(
                    "budget.run",
                    Set.of("budget.file", "budget.check", "diff", "budget", "snapshot", "problem", "snapshot.file")),
            entry(
                    "report",
                    Set.of(
                            "growth",
                            "accuracy",
                            "sweep",
                            "convention",
                            "convention.reconcile",
                            "roofline",
                            "metric",
                            "report.picture",
                            "report.text",
                            "report.document",
                            "verify",
                            "analysis",
                            "nesting",
                            "layout",
                            "training",
                            "memory",
                            "facts",
                            "op",
                            "value",
                            "graph",
                            "problem",
                            "load")),
            entry(
                    "report.answer",
                    Set.of(
                            "report.diff",
                            "report",
                            "report.writer",
                            "report.document",
                            "report.picture",
                            "report.text",
                            "roofline",
                            "diff",
                            "analysis",
                            "memory",
                            "training",
                            "facts",
                            "graph",
                            "problem",
                            "spec.library")),
            entry(
                    "cli",
                    Set.of(
                            "growth",
                            "accuracy",
                            "sweep",
                            "sweep.file",
                            "sweep.part",
                            "sweep.rows",
                            "convention",
                            "convention.file",
                            "roofline",
                            "roofline.file",
                            "convention.reconcile",
                            "metric",
                            "report",
                            "budget.run",
                            "budget.file",
                            "report.check",
                            "report.diff",
                            "report.writer",
                            "report.picture",
                            "report.text",
                            "report.document",
                            "spec.write",
                            "budget.check",
                            "diff.side",
                            "diff",
                            "budget",
                            "snapshot",
                            "",
                            "verify",
                            "spec.load",
                            "spec",
                            "load",
                            "git",
                            "source",
                            "onnx",
                            "weights",
                            "analysis",
                            "training",
                            "memory",
                            "facts",
                            "op",
                            "value",
                            "graph",
                            "problem",
                            "report.answer",
                            "snapshot.file")),
            entry("maven", Set.of("cli", "budget.file", "git", "source", "problem")),
            entry("exec.vector", Set.of("exec.matrix")));

    static Set<String> packages() {
        return MAY_IMPORT.keySet();
    }

    private static String full(String name) {
        return name.isEmpty() ? ROOT : ROOT + "." + name;
    }

    @ParameterizedTest(name = "io.archmeter.{0}")
    @MethodSource("packages")
    void aPackageImportsOnlyWhatItMay(String name) {
        String[] forbidden = packages().stream()
                .filter(other -> !other.equals(name) && !MAY_IMPORT.get(name).contains(other))
                .map(ArchitectureTest::full)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(full(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true)
                .check(MAIN_CLASSES);
    }

    @Test
    void everyPackageHasItsPlaceInTheList() {
        Set<String> written =
                MAIN_CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(packages().stream().map(ArchitectureTest::full)).containsAll(written);
    }

    @ParameterizedTest(name = "io.archmeter.{0}")
    @MethodSource("packages")
    void aPackageSaysWhatIsInIt(String name) {
        Path description = SOURCES.resolve(full(name).replace('.', '/')).resolve("package-info.java");
        assertThat(description)
                .content()
                .matches("(?s)/\\*\\*.*\\w.*\\*/\\s*package " + Pattern.quote(full(name)) + ";\\s*");
    }

    /**
     * Who lists operators is silently missed by a new one; what a kind of operators is good for is a trait. What no fast pass runs with
     * others runs alone.
     */
    @Test
    void onlyOperatorsAndTheirListsNameThem() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        full("op"),
                        full("exec.kernel"),
                        full("exec.kernel.conv"),
                        full("onnx"),
                        full("onnx.network"),
                        full("spec.write"),
                        full("exec.kernel.onnx"),
                        full("fusion"))
                .should()
                .dependOnClassesThat(resideInAPackage(full("op")).and(belongTo(assignableTo(Op.class))))
                .check(MAIN_CLASSES);
    }

    /** Facts are asked for once, and guarded there; an operator of a file is first compared with one of the catalogue. */
    @Test
    void onlyFactsAskOperatorsWhatFollowsFromShapes() {
        noClasses()
                .that()
                .resideOutsideOfPackages(full("facts"), full("op"), full("onnx.network"))
                .should()
                .callMethod(Catalogue.class, "facts", Op.class, Inputs.class, List.class)
                .orShould()
                .callMethod(Catalogue.class, "tape", Op.class, Inputs.class, List.class)
                .check(MAIN_CLASSES);
    }

    /** Whoever runs the jar has no library for tests. */
    @Test
    void onlyAssertionsKnowAssertJ() {
        noClasses()
                .that()
                .resideOutsideOfPackage(full("assertj"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.assertj..")
                .check(MAIN_CLASSES);
        classes()
                .that()
                .resideInAPackage(full("assertj"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.assertj.core..", ROOT + "..")
                .check(MAIN_CLASSES);
    }

    /** Whoever runs the jar has no Maven. */
    @Test
    void onlyTheGoalKnowsMaven() {
        noClasses()
                .that()
                .resideOutsideOfPackage(full("maven"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", full("maven"))
                .check(MAIN_CLASSES);
    }

    /** What a workbook is written with is loaded by nobody who writes none. */
    @Test
    void onlyWorkbooksKnowWhatTheyAreWrittenWith() {
        noClasses()
                .that()
                .resideOutsideOfPackage(full("report.workbook"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.dhatim..", "com.github.rzymek..")
                .check(MAIN_CLASSES);
    }

    @Test
    void thereAreNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN_CLASSES);
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(MAIN_CLASSES);
    }

    @Test
    void theRulesOfOperatorsAreSeenByTheirPackageAlone() {
        classes()
                .that()
                .areAssignableTo(RULE)
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .notBePublic()
                .check(MAIN_CLASSES);
        fields().that().haveRawType(RULE).should().notBePublic().check(MAIN_CLASSES);
        methods().that().haveRawReturnType(RULE).should().notBePublic().check(MAIN_CLASSES);
    }

    /** Predicted and observed agree only if neither half can ask the other. */
    @Test
    void kernelsSeeTheAttributesOfOperatorsAndNothingElseOfThem() {
        noClasses()
                .that()
                .resideInAPackage(full("exec") + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(full("op"))
                        .and(not(belongTo(assignableTo(Op.class))))
                        .and(not(belongToAnyOf(
                                AttentionMask.class,
                                Axis.class,
                                Window.class,
                                Rounding.class,
                                PaddingMode.class,
                                PoolFunction.class,
                                Interpolation.class,
                                OnnxInput.class,
                                OnnxRegion.class))))
                .check(MAIN_CLASSES);
    }

    /** An operator of ONNX carries what was worked out for it. */
    @Test
    void kernelsOfOnnxDoNotAskWhatWasWorkedOut() {
        noClasses()
                .that()
                .resideInAPackage(full("exec") + "..")
                .should()
                .callMethod(Output.class, "shape")
                .orShould()
                .callMethod(OnnxOperator.class, "work")
                .orShould()
                .callMethod(OnnxOperator.class, "storage")
                .check(MAIN_CLASSES);
    }

    @Test
    void kernelsSeeShapesOfTensorsAndNoGraph() {
        noClasses()
                .that()
                .resideInAPackage(full("exec.kernel"))
                .should()
                .dependOnClassesThat(resideInAPackage(full("graph")).and(not(belongToAnyOf(Op.class, Shape.class))))
                .check(MAIN_CLASSES);
    }

    /**
     * A graph has the shapes that the rules gave it; those of its inputs, and of weights that a layer works on, are given. What stands
     * in for a layer that nothing computes proves nothing.
     */
    @Test
    void whoRunsANetworkDoesNotAskForThePredictedShapes() {
        noClasses()
                .that()
                .resideInAPackage(full("exec") + "..")
                .and()
                .doNotHaveFullyQualifiedName(full("exec") + ".StandIn")
                .should()
                .callMethod(Value.class, "shape")
                .orShould()
                .callMethod(Graph.class, "inputsOf", Node.class)
                .orShould()
                .callMethod(Graph.class, "outputOf", Node.class)
                .orShould()
                .callMethod(Graph.class, "outputsOf", Node.class)
                .check(MAIN_CLASSES);
    }

    /** Who runs a network is told where tensors lie, and not why. */
    @Test
    void aPlanOfMemoryIsAllThatARunSeesOfThePlanner() {
        noClasses()
                .that()
                .resideInAPackage(full("exec") + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(full("memory")).and(not(belongToAnyOf(MemoryPlan.class))))
                .check(MAIN_CLASSES);
    }

    /** Attributes have no public arithmetic, which would be a door to the rules. */
    @Test
    void whatKernelsSeeOfOperatorsHasAccessorsAlone() {
        Set<String> ofEvery = Set.of("kind", "equals", "hashCode", "toString", "values", "valueOf");
        for (JavaClass seen : MAIN_CLASSES.that(resideInAPackage(full("op"))
                .and(assignableTo(Op.class)
                        .or(belongToAnyOf(
                                AttentionMask.class,
                                Axis.class,
                                Window.class,
                                Rounding.class,
                                PaddingMode.class,
                                PoolFunction.class,
                                Interpolation.class,
                                OnnxInput.class,
                                OnnxRegion.class))))) {
            Set<String> fields =
                    seen.getFields().stream().map(JavaField::getName).collect(Collectors.toSet());
            assertThat(seen.getMethods().stream()
                            .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                            .map(JavaMethod::getName)
                            .filter(name -> !ofEvery.contains(name)))
                    .as(seen.getName())
                    .isSubsetOf(fields);
        }
    }

    @Test
    void countsAreExactAndOnlyAttributesAreFloatingPoint() {
        for (Class<?> type : new Class<?>[] {double.class, float.class, Double.class, Float.class}) {
            noFields()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage(full("op"), full("graph"))
                    .and()
                    .areDeclaredInClassesThat()
                    .areNotAssignableTo(Op.class)
                    .should()
                    .haveRawType(type)
                    .check(MAIN_CLASSES);
        }
    }

    @Test
    void noClassHasANameThatSaysNothing() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameContaining("Util")
                .check(MAIN_CLASSES);
    }

    @Test
    void onlyMainEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(MAIN)
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(MAIN_CLASSES);
    }

    @Test
    void whatIsWrittenDoesNotDependOnTheCountry() {
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(PrintStream.class, "printf", String.class, Object[].class)
                .check(MAIN_CLASSES);
    }
}
