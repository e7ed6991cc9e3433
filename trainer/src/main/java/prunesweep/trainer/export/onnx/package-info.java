/** Networks as ONNX. */
@NullMarked
package prunesweep.trainer.export.onnx;

import org.jspecify.annotations.NullMarked;
