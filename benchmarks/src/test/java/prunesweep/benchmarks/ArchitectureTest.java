package prunesweep.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import prunesweep.benchmarks.cli.Bench;

/** Rules of what each package may know. JMH's own generated classes are read along. */
class ArchitectureTest {

  private static final String ROOT = "prunesweep.benchmarks.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("prunesweep.benchmarks");

  @Test
  void readsAllPackages() {
    assertThat(CLASSES.stream().map(type -> type.getPackageName()).distinct())
        .contains(
            ROOT + "cli",
            ROOT + "contest",
            ROOT + "faults",
            ROOT + "jmh",
            ROOT + "peer",
            ROOT + "subject");
  }

  /** A package of another module would show the benchmarks what that module keeps to itself. */
  @Test
  void noClassLiesInAPackageOfAnotherModule() {
    JavaClasses built =
        new ClassFileImporter()
            .importUrl(Bench.class.getProtectionDomain().getCodeSource().getLocation());
    assertThat(built).isNotEmpty();
    assertThat(built).allMatch(type -> type.getPackageName().startsWith(ROOT));
  }

  @Test
  void onlyTheMicroBenchmarksKnowJmh() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "jmh..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.openjdk.jmh..", ROOT + "jmh..")
        .check(CLASSES);
  }

  /** The process that asks must not do what it times, nor load the libraries that do. */
  @Test
  void onlyPeersAndMicroBenchmarksRunEngines() {
    classes()
        .that()
        .resideInAnyPackage(ROOT + "cli", ROOT + "contest")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages(
            "prunesweep.trainer.training..",
            "org.deeplearning4j..",
            "org.nd4j..",
            "org.bytedeco..",
            "jdk.incubator..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineKnowsThatOfTheDriver() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cli")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("prunesweep.driver..", "picocli..", "com.typesafe.config..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineExits() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "cli", ROOT + "jmh..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
