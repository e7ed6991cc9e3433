package prunesweep.trainer.machine;

import prunesweep.trainer.key.Named;

/**
 * The processor core whose kernels OpenBLAS runs. Another core's kernels sum in another order and
 * so give other last digits.
 *
 * <p>The names are those that the bundled OpenBLAS takes and gives back: it is built with the
 * kernels of many cores for x86-64 (its {@code driver/others/dynamic.c}; it can take SapphireRapids
 * by itself, but not by name) and with one set for arm64.
 */
public enum BlasCore implements Named {
  /** The core that OpenBLAS chooses for the processor it finds. */
  AUTOMATIC("automatic"),
  /** Intel, SSE3. */
  PRESCOTT("Prescott"),
  /** Intel, SSSE3. */
  CORE2("Core2"),
  /** Intel, SSE4.2. */
  NEHALEM("Nehalem"),
  /** AMD, SSE4a. */
  BARCELONA("Barcelona"),
  /** Intel, AVX. */
  SANDYBRIDGE("Sandybridge"),
  /** AMD, AVX and FMA4. */
  BULLDOZER("Bulldozer"),
  /** AMD, AVX and both FMA3 and FMA4. */
  PILEDRIVER("Piledriver"),
  /** As Piledriver. */
  STEAMROLLER("Steamroller"),
  /** As Piledriver. */
  EXCAVATOR("Excavator"),
  /** Intel, AVX2 and FMA3. */
  HASWELL("Haswell"),
  /** AMD, AVX2 and FMA3. */
  ZEN("Zen"),
  /** Intel, AVX-512. */
  SKYLAKEX("SkylakeX"),
  /** Intel, AVX-512 and BF16. */
  COOPERLAKE("Cooperlake"),
  /** Any processor of arm64. */
  ARMV8("ARMV8");

  private final String label;

  BlasCore(String label) {
    this.label = label;
  }

  /** The name as OpenBLAS spells it. */
  @Override
  public String label() {
    return label;
  }
}
