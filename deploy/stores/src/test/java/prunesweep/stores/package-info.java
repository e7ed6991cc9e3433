/** Runs whole sweeps with their results on real servers of HDFS and of S3, on this machine. */
@NullMarked
package prunesweep.stores;

import org.jspecify.annotations.NullMarked;
