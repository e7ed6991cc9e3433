/** Submits the application jar as its users do. */
@NullMarked
package prunesweep.application;

import org.jspecify.annotations.NullMarked;
