package prunesweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.driver.tables.FinishedTrial;
import prunesweep.driver.tables.SourceTree;
import prunesweep.driver.tables.TrialStatus;
import prunesweep.trainer.spec.TrialId;

class OtherCodeTest {

  /** A changed tree may be changed in another way by now. */
  @ParameterizedTest
  @CsvSource({
    "'', '', false",
    "aa, aa, false",
    "aa, bb, true",
    "aa, aa-dirty, true",
    "aa-dirty, aa, true",
    "aa-dirty, aa-dirty, true",
    "'', aa, true",
    "aa, '', true"
  })
  void isAllThatIsNotKnownToBeTheSame(String then, String now, boolean isOther) {
    Optional<String> sentence =
        OtherCode.sentence(List.of(trial(1, then)), SourceTree.described(now));
    assertThat(sentence.isPresent()).isEqualTo(isOther);
  }

  @Test
  void isNamedInOneSentence() {
    List<FinishedTrial> kept =
        List.of(
            trial(1, "0123456789abcdef"),
            trial(2, "f123456789abcdef-dirty"),
            trial(3, "f123456789abcdef-dirty"),
            trial(4, ""));
    assertThat(OtherCode.sentence(kept, SourceTree.described("0123456789abcdef")))
        .contains(
            "Other code than this (commit 0123456789) trained finished trials that are kept: 3 of 4"
                + " (commit f123456789-dirty, no known commit); --retrain trains them again");
  }

  private static FinishedTrial trial(int number, String code) {
    return new FinishedTrial(
        new TrialId("000000000000000" + number),
        "small",
        SourceTree.described(code),
        TrialStatus.FAILED,
        Optional.of("The loss is NaN"),
        Optional.empty(),
        Optional.empty(),
        1.5);
  }
}
