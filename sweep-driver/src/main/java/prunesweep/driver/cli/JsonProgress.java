package prunesweep.driver.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import prunesweep.driver.progress.Spacing;
import prunesweep.driver.progress.StatusJson;
import prunesweep.driver.progress.SweepStatus;
import prunesweep.driver.run.RunEvents;
import prunesweep.trainer.data.fetch.FetchListener;
import prunesweep.trainer.data.fetch.FetchOutcome;
import prunesweep.trainer.result.TrialSummary;
import prunesweep.trainer.trial.TrialOutcome;

/** What a run says, for programs: an object a line. */
final class JsonProgress implements RunEvents {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final PrintWriter out;
  private final Spacing spacing = new Spacing(Duration.ofSeconds(1));

  JsonProgress(PrintWriter out) {
    this.out = out;
  }

  private static ObjectNode event(String name) {
    return MAPPER.createObjectNode().put("event", name).put("at", Instant.now().toString());
  }

  private void say(ObjectNode event) {
    say(event, out);
  }

  private static void say(ObjectNode event, PrintWriter out) {
    out.println(event);
    out.flush();
  }

  @Override
  public FetchListener fetching() {
    return (source, bytes) -> {};
  }

  @Override
  public void fetched(FetchOutcome outcome) {
    say(event("fetched").put("message", outcome.sentence()));
  }

  @Override
  public void starting(int planned, int finishedBefore) {
    say(event("started").put("planned", planned).put("finished_before", finishedBefore));
  }

  @Override
  public void webInterface(String address) {
    say(event("web").put("address", address));
  }

  @Override
  public void progressed(SweepStatus status) {
    if (spacing.passes(status)) {
      ObjectNode event = event("progress");
      StatusJson.addTo(event, status);
      say(event);
    }
  }

  @Override
  public void warned(String sentence) {
    say(event("warning").put("message", sentence));
  }

  @Override
  public void finished(List<TrialOutcome> outcomes) {
    outcomes.forEach(this::finished);
  }

  private void finished(TrialOutcome outcome) {
    if (outcome instanceof TrialOutcome.Failed failed) {
      say(
          event("failed")
              .put("trial", failed.spec().id().value())
              .put("kind", failed.kind().label())
              .put("message", failed.message())
              .put("seconds", failed.seconds()));
    } else if (outcome instanceof TrialOutcome.Completed completed) {
      TrialSummary summary = completed.summary();
      say(
          event("finished")
              .put("trial", completed.spec().id().value())
              .put("validation_accuracy", summary.figures().validation().accuracy())
              .put("test_accuracy", summary.figures().test().accuracy())
              .put("sparsity", summary.size().sparsity())
              .put("seconds", summary.seconds()));
    }
  }

  /** Says how a run ended, as its last line. */
  static void ended(RunEnd end, PrintWriter out) {
    ObjectNode event = event("ended");
    event.setAll((ObjectNode) MAPPER.valueToTree(end.values()));
    say(event, out);
  }
}
