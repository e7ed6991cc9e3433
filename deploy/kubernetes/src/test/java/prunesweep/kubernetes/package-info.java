/** Runs Spark's Kubernetes back end for a sweep against a mock of the API server. */
@NullMarked
package prunesweep.kubernetes;

import org.jspecify.annotations.NullMarked;
