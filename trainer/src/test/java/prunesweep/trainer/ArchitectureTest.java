package prunesweep.trainer;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import org.apache.commons.lang3.ClassUtils;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.machine.OpenBlas;
import prunesweep.trainer.method.Continuation;
import prunesweep.trainer.method.DenseTraining;
import prunesweep.trainer.method.Memory;
import prunesweep.trainer.method.Method;

/** The rooms of the trainer and who may look into which. */
class ArchitectureTest {

  private static final String TRAINER = "prunesweep.trainer";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(TRAINER);

  @Test
  void readsTheWholeTrainer() {
    assertThat(CLASSES.stream().map(type -> type.getPackageName()).distinct())
        .contains(
            TRAINER,
            TRAINER + ".analysis",
            TRAINER + ".checkpoint",
            TRAINER + ".data",
            TRAINER + ".data.csv",
            TRAINER + ".data.fetch",
            TRAINER + ".data.file",
            TRAINER + ".data.idx",
            TRAINER + ".data.source",
            TRAINER + ".export",
            TRAINER + ".export.dl4j",
            TRAINER + ".export.numpy",
            TRAINER + ".export.onnx",
            TRAINER + ".key",
            TRAINER + ".machine",
            TRAINER + ".method",
            TRAINER + ".network",
            TRAINER + ".pruning",
            TRAINER + ".random",
            TRAINER + ".result",
            TRAINER + ".schedule",
            TRAINER + ".scope",
            TRAINER + ".score",
            TRAINER + ".spec",
            TRAINER + ".training",
            TRAINER + ".training.dl4j",
            TRAINER + ".training.vector",
            TRAINER + ".trial");
    assertThat(CLASSES.contain(ArchitectureTest.class.getName())).isFalse();
  }

  /** Numbers in a row change places unseen: figures that belong together have a record. */
  @Test
  void noResultTakesMoreThanSixNumbersInARow() {
    assertThat(CLASSES)
        .filteredOn(type -> type.isRecord())
        .filteredOn(type -> type.getPackageName().matches(".*\\.(result|training)"))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            type -> assertThat(numbersInARow(type.reflect())).as(type.getName()).isLessThan(7));
  }

  private static int numbersInARow(Class<?> type) {
    int longest = 0;
    int row = 0;
    for (RecordComponent component : type.getRecordComponents()) {
      Class<?> kind = ClassUtils.primitiveToWrapper(component.getType());
      row = Number.class.isAssignableFrom(kind) ? row + 1 : 0;
      longest = Math.max(longest, row);
    }
    return longest;
  }

  @Test
  void trainerKnowsNoSparkNoConfigNoTablesNoCommandLine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.spark..",
            "org.apache.hadoop..",
            "org.apache.parquet..",
            "com.typesafe.config..",
            "picocli..",
            "scala..")
        .check(CLASSES);
  }

  @Test
  void trainingPruningAndAnalysisDoNotSeeEachOther() {
    noClasses()
        .that()
        .resideInAPackage("..training..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..pruning..", "..analysis..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("..pruning..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..training..", "..analysis..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("..analysis..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..training..", "..pruning..")
        .check(CLASSES);
  }

  @Test
  void dataInMemoryKnowNoFilesAndNoRoomOfDataKnowsNetworks() {
    noClasses()
        .that()
        .resideInAPackage(TRAINER + ".data")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(TRAINER + ".data.*..", "java.nio.file..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(TRAINER + ".data..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..network..", "..training..", "..pruning..", "..analysis..")
        .check(CLASSES);
  }

  @Test
  void checkpointsKnowNothingOfPruningAndAnalysis() {
    noClasses()
        .that()
        .resideInAPackage("..checkpoint..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..pruning..", "..analysis..")
        .check(CLASSES);
  }

  @Test
  void specsKnowKeysAlone() {
    noClasses()
        .that()
        .resideInAPackage("..spec..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("prunesweep..")
                .and(resideOutsideOfPackages("..trainer.spec..", "..trainer.key..")))
        .check(CLASSES);
  }

  @Test
  void keysKnowNothingOfTheProject() {
    noClasses()
        .that()
        .resideInAPackage("..trainer.key..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("prunesweep..").and(resideOutsideOfPackage("..trainer.key..")))
        .check(CLASSES);
  }

  /** Who writes a scorer of their own sees these few types and nothing of the program. */
  @Test
  void theDoorForScorersKnowsNothingOfTheProject() {
    noClasses()
        .that()
        .resideInAPackage("prunesweep.scorer..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("prunesweep..").and(resideOutsideOfPackage("prunesweep.scorer..")))
        .check(new ClassFileImporter().importPackages("prunesweep.scorer"));
  }

  /** What may change in a method is in its memory, so that nothing is forgotten of it. */
  @Test
  void whatFollowsATrainingRemembersInItsMemoryAlone() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .areAssignableTo(Continuation.class)
        .and()
        .areNotFinal()
        .should()
        .haveRawType(assignableTo(Memory.class))
        .check(CLASSES);
  }

  /** Methods, scores, scopes and schedules are known to their lists alone. */
  @Test
  void nobodyOutsideTheRoomOfMethodsKnowsOneFromAnother() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..trainer.method..")
        .should()
        .dependOnClassesThat(
            describe(
                "are methods but the baseline",
                type ->
                    type.isAssignableTo(Method.class)
                        && !type.isEquivalentTo(Method.class)
                        && !type.isEquivalentTo(DenseTraining.class)))
        .check(CLASSES);
  }

  @Test
  void onlyItsEngineAndItsFormatUseDeeplearning4j() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..training.dl4j..", "..export.dl4j..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..")
        .check(CLASSES);
  }

  /** Else it would load before it is settled whose kernels it is to run. */
  @Test
  void whoCallsNativeLibrariesAsksForOpenBlasFirst() {
    noClasses()
        .that(
            describe(
                "do not ask for OpenBLAS",
                type ->
                    type.getDirectDependenciesFromSelf().stream()
                        .noneMatch(to -> to.getTargetClass().isEquivalentTo(OpenBlas.class))))
        .and()
        .resideOutsideOfPackage("..machine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bytedeco.openblas..", "org.nd4j.nativeblas..")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(TRAINER + ".(**)").should().beFreeOfCycles().check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage(TRAINER)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(TRAINER)
        .check(CLASSES);
  }

  @Test
  void nobodyPrintsOrExits() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    noClasses().should().callMethod(System.class, "exit", int.class).check(CLASSES);
    noClasses().should().callMethod(Runtime.class, "exit", int.class).check(CLASSES);
    noClasses().should().callMethod(Runtime.class, "halt", int.class).check(CLASSES);
  }
}
