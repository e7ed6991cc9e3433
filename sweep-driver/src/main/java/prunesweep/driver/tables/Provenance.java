package prunesweep.driver.tables;

import org.jspecify.annotations.Nullable;
import prunesweep.trainer.result.Machine;

/**
 * The machine and the versions that a sweep ran with.
 *
 * @param prunesweepVersion version of this program
 * @param javaVersion version of the driver's Java
 * @param os operating system and processor family of the driver
 * @param sparkVersion version of Spark
 * @param dl4jVersion version of Deeplearning4j and ND4J
 * @param openblasVersion version of OpenBLAS
 * @param blasCore whose kernels OpenBLAS was to run, e.g. {@code automatic}
 * @param machine what the driver's own process runs on and with
 * @param gitCommit commit of the source tree, or null outside one
 * @param master where Spark ran, e.g. {@code local[*]}
 */
public record Provenance(
    String prunesweepVersion,
    String javaVersion,
    String os,
    String sparkVersion,
    String dl4jVersion,
    String openblasVersion,
    String blasCore,
    Machine machine,
    @Nullable String gitCommit,
    String master) {}
