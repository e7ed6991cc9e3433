/**
 * One trial from its spec to its outcome; no Spark, no config files, no tables, no command line.
 */
@NullMarked
package prunesweep.trainer;

import org.jspecify.annotations.NullMarked;
