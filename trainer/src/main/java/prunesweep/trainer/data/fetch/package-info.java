/** Fetching of known data sets from their publishers or a Debian package into the user's cache. */
@NullMarked
package prunesweep.trainer.data.fetch;

import org.jspecify.annotations.NullMarked;
