package prunesweep.driver;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Which package may know what. */
class ArchitectureTest {

  private static final String CLI = "prunesweep.driver.cli";
  private static final String SPARK = "prunesweep.driver.spark";

  private static final JavaClasses DRIVER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("prunesweep.driver");

  @Test
  void findsTheClasses() {
    assertThat(DRIVER).hasSizeGreaterThan(50);
  }

  @Test
  void onlyTheCommandLinePrintsOrExits() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CLI)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(DRIVER);
  }

  @Test
  void onlyTheCommandLineKnowsItsLibraries() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CLI)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "com.github.freva..", "org.jline..")
        .check(DRIVER);
  }

  @Test
  void onlyThreePackagesKnowSpark() {
    noClasses()
        .that()
        .resideOutsideOfPackages(SPARK, "prunesweep.driver.sql", "prunesweep.driver.tables")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark..")
        .check(DRIVER);
  }

  @Test
  void tablesKnowOnlyTypesOfSpark() {
    classes()
        .that()
        .resideInAPackage("prunesweep.driver.tables")
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage("org.apache.spark.sql.types..")
                .or(not(resideInAnyPackage("org.apache.spark..", SPARK))))
        .check(DRIVER);
  }

  @Test
  void onlyOnePackageSchedulesAndOpensSessions() {
    noClasses()
        .that()
        .resideOutsideOfPackage(SPARK)
        .should()
        .callMethod(SparkSession.class, "builder")
        .orShould(
            dependOnClassesThat(
                resideInAnyPackage(
                    "org.apache.spark",
                    "org.apache.spark.scheduler..",
                    "org.apache.spark.api.java..")))
        .check(DRIVER);
  }

  @Test
  void configAndPlanKnowNothingOfRunning() {
    noClasses()
        .that()
        .resideInAnyPackage("prunesweep.driver.config", "prunesweep.driver.plan")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.spark..",
            SPARK,
            CLI,
            "prunesweep.driver.run",
            "prunesweep.driver.sql",
            "prunesweep.driver.tables")
        .check(DRIVER);
  }

  @Test
  void thePageAndTheComparisonOnlyAsk() {
    noClasses()
        .that()
        .resideInAnyPackage("prunesweep.driver.report", "prunesweep.driver.compare")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.spark..", "org.duckdb..", SPARK, CLI, "prunesweep.driver.run")
        .check(DRIVER);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("prunesweep.driver.(*)").should().beFreeOfCycles().check(DRIVER);
  }
}
