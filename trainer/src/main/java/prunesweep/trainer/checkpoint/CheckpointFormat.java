package prunesweep.trainer.checkpoint;

import java.util.Optional;
import prunesweep.trainer.spec.LaterPoint;
import prunesweep.trainer.spec.StageSpec;

/** The bytes of a checkpoint. */
final class CheckpointFormat {

  private static final Frame FRAME = new Frame("PRUNESWP", 2);

  private CheckpointFormat() {}

  static byte[] write(Checkpoint checkpoint) {
    return FRAME.around(ContentWriter.write(checkpoint));
  }

  static Checkpoint read(StageSpec stage, byte[] bytes) {
    ContentReader contents = new ContentReader(FRAME.contents(bytes));
    String text = contents.text();
    Frame.require("stage", stage.id(), text.equals(stage.canonicalText().toString()), "another");
    String blasKernel = contents.text();
    Progress progress = contents.progress(stage.stop().counters());
    return stage.stop() instanceof LaterPoint
        ? new Checkpoint(stage, blasKernel, progress, Optional.of(contents.course()))
        : new Checkpoint(stage, blasKernel, progress);
  }
}
