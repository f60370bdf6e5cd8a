package io.archmeter.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** Who knows Spark, and what that may know: {@code ArchitectureTest} sees the build without it. */
class PackagesOnSparkTest {
    private static final String ON_SPARK = "io.archmeter.sweep.spark";
    private static final String[] OF_SPARK = {"org.apache.spark..", "org.apache.hadoop..", "scala.."};

    private static final String[] MAY_IMPORT = {
        ON_SPARK, "io.archmeter.sweep.part", "io.archmeter.sweep.file", "io.archmeter.sweep", "io.archmeter.problem"
    };

    private static final JavaClasses ALL = new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void onePackageKnowsSpark() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ON_SPARK)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(OF_SPARK)
                .check(ALL);
    }

    /** It is made before anybody has looked whether there is a Spark. */
    @Test
    void itsDoorNamesNothingOfSpark() {
        noClasses()
                .that()
                .haveFullyQualifiedName(ON_SPARK + ".SparkCluster")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(OF_SPARK)
                .check(ALL);
    }

    @Test
    void itImportsOnlyWhatItMay() {
        noClasses()
                .that()
                .resideInAPackage(ON_SPARK)
                .should()
                .dependOnClassesThat(resideInAPackage("io.archmeter..").and(resideOutsideOfPackages(MAY_IMPORT)))
                .check(ALL);
    }
}
