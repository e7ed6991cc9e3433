package prunesweep.driver.plan;

import prunesweep.trainer.data.source.DatasetRequest;
import prunesweep.trainer.spec.DatasetSpec;

/** Piece of work that is run as one: a trial, or a stage that several trials go on from. */
public sealed interface Planned permits PlannedTrial, PlannedStage {

  /** The name in logs, e.g. {@code trial 0123456789abcdef}. */
  String label();

  /** A line for people: its label, the images, the network and what is done. */
  String description();

  /** Its name from one run to the next. */
  WorkId work();

  /** The place in the plan; what is ready runs in this order. */
  int position();

  /** The images it is trained on. */
  DatasetSpec dataset();

  /** The request for them. */
  DatasetRequest request();
}
