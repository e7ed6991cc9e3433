@NullMarked
package prunesweep.driver.progress;

import org.jspecify.annotations.NullMarked;
