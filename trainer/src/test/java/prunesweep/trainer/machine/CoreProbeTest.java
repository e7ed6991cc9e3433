package prunesweep.trainer.machine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import prunesweep.trainer.key.Named;

class CoreProbeTest {

  private static final String RULE = "Cannot run OpenBLAS: native.openblas-core must be ";

  @Test
  void acceptsTheKernelsThatOpenBlasChooses() {
    Optional<BlasCore> own = Named.find(BlasCore.class, OpenBlas.inUse().core());
    assumeThat(own).as("a core that has a name to ask for").isPresent();
    assertThatCode(() -> CoreProbe.require(own.orElseThrow())).doesNotThrowAnyException();
  }

  @Test
  void refusesACoreOfAnotherKindOfProcessor() {
    boolean isArm = System.getProperty("os.arch").equals("aarch64");
    BlasCore foreign = isArm ? BlasCore.HASWELL : BlasCore.ARMV8;
    assertThatThrownBy(() -> CoreProbe.require(foreign))
        .isInstanceOf(BlasCoreException.class)
        .hasMessageMatching(
            RULE
                + "a core that OpenBLAS has kernels of on this platform, got %s, in whose place it"
                    .formatted(foreign.label())
                + " takes \\w+");
  }

  /**
   * Their FMA4 is in no processor made since 2017: without the rehearsal this process would die.
   */
  @Test
  @EnabledOnOs(OS.LINUX)
  @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
  void refusesACoreWhoseInstructionsTheProcessorLacks() throws IOException {
    String processor = Files.readString(Path.of("/proc/cpuinfo"));
    assumeThat(processor).as("the processor's instructions").doesNotContain(" fma4 ");
    assertThatThrownBy(() -> CoreProbe.require(BlasCore.BULLDOZER))
        .isInstanceOf(BlasCoreException.class)
        .hasMessage(
            RULE + "a core whose instructions the processor (%s) has, got Bulldozer",
            LocalMachine.processor().orElseThrow());
  }
}
