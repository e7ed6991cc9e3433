/**
 * File systems of Hadoop (HDFS, S3A and what else the class path has) as those of java.nio, so that
 * whatever reads a {@code Path} reads there too. Writing is the matter of {@code
 * prunesweep.driver.tables}.
 */
@NullMarked
package prunesweep.driver.store;

import org.jspecify.annotations.NullMarked;
