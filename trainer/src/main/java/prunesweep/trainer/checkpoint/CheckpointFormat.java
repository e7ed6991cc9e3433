package prunesweep.trainer.checkpoint;

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
    return new Checkpoint(stage, contents.text(), contents.progress(stage.stop().counters()));
  }
}
