package io.archmeter;

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
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.archmeter.graph.Op;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of the house: who may know whom, and what is not done anywhere. */
class ArchitectureTest {
    private static final String ROOT = "io.archmeter";
    private static final String RULE = "io.archmeter.op.OpRule";
    private static final String MAIN = "io.archmeter.cli.Main";

    private static final JavaClasses MAIN_CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** For each package those that it may import; the root package is the library's door. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            entry("problem", Set.of()),
            entry("graph", Set.of("problem")),
            entry("op", Set.of("graph", "problem")),
            entry("spec", Set.of("op", "graph", "problem")),
            entry("analysis", Set.of("op", "graph", "problem")),
            entry("report", Set.of("analysis", "op", "graph", "problem")),
            entry("", Set.of("report", "analysis", "spec", "op", "graph", "problem")),
            entry("cli", Set.of("", "report", "analysis", "spec", "op", "graph", "problem")));

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

    @Test
    void thereAreNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN_CLASSES);
    }

    @Test
    void theRulesOfOperatorsAreSeenByTheirPackageAlone() {
        classes().that().areAssignableTo(RULE).should().notBePublic().check(MAIN_CLASSES);
        fields().that().haveRawType(RULE).should().notBePublic().check(MAIN_CLASSES);
        methods().that().haveRawReturnType(RULE).should().notBePublic().check(MAIN_CLASSES);
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
