/** Servers of results on this machine, for tests and for trying out; no part of a sweep. */
@NullMarked
package prunesweep.stores.server;

import org.jspecify.annotations.NullMarked;
