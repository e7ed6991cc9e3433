package prunesweep.trainer.result;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The machine that a process computed on, as far as its figures depend on it.
 *
 * @param blasKernel the core whose kernels OpenBLAS ran, e.g. {@code Haswell}
 * @param vectorBits width of the vectors of the engine {@code vector}, in bits
 * @param processor the processor's name for itself, or null where it is not known
 */
public record Machine(String blasKernel, int vectorBits, @Nullable String processor)
    implements Serializable {}
