package prunesweep.driver.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prunesweep.trainer.checkpoint.Standing;

/** Status of a sweep as JSON, on one line. */
public final class StatusJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String DRIVER = "driver";
  private static final String SWEEP = "sweep";
  private static final String SWEEP_ID = "sweep_id";
  private static final String STARTED = "started";
  private static final String AT = "at";
  private static final String ENDED = "ended";
  private static final String PLANNED = "planned";
  private static final String DONE = "done";
  private static final String FAILED = "failed";
  private static final String TRIALS = "trials_running";
  private static final String STAGES = "stages_running";
  private static final String LEFT = "seconds_left";
  private static final String RUNNING = "running";
  private static final String WORK = "work";
  private static final String DESCRIPTION = "description";
  private static final String HOST = "host";
  private static final String BEGUN = "begun";
  private static final String PHASE = "phase";
  private static final String EPOCH = "epoch";
  private static final String TRAINED = "epochs_trained";
  private static final String CYCLES = "cycles";
  private static final String TRAIN_ACCURACY = "train_accuracy";
  private static final String VALIDATION_ACCURACY = "validation_accuracy";
  private static final String SPARSITY = "sparsity";

  private StatusJson() {}

  /** The object for {@code status}. */
  public static String of(SweepStatus status) {
    ObjectNode json = MAPPER.createObjectNode();
    addTo(json, status);
    return json.toString();
  }

  /**
   * The same with the process that holds the folder.
   *
   * @param driver empty where none does
   */
  public static String of(SweepStatus status, Optional<String> driver) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put(DRIVER, driver.orElse(null));
    addTo(json, status);
    return json.toString();
  }

  /** Puts {@code status} into {@code json}, key by key. */
  public static void addTo(ObjectNode json, SweepStatus status) {
    json.put(SWEEP, status.sweep()).put(SWEEP_ID, status.sweepId());
    json.put(STARTED, status.started().toString()).put(AT, status.at().toString());
    json.put(ENDED, status.hasEnded());
    Counts trials = status.trials();
    json.put(PLANNED, trials.planned()).put(DONE, trials.done()).put(FAILED, trials.failed());
    json.put(TRIALS, trials.running()).put(STAGES, trials.stages());
    status
        .timeLeft()
        .ifPresentOrElse(left -> json.put(LEFT, left.toSeconds()), () -> json.putNull(LEFT));
    ArrayNode running = json.putArray(RUNNING);
    status.running().forEach(work -> addTo(running.addObject(), work));
  }

  private static void addTo(ObjectNode json, RunningWork work) {
    json.put(WORK, work.work()).put(DESCRIPTION, work.description());
    json.put(HOST, work.host()).put(BEGUN, work.begun().toString());
    work.standing()
        .ifPresent(
            standing -> {
              json.put(PHASE, standing.phase()).put(EPOCH, standing.epoch());
              json.put(TRAINED, standing.trained()).put(CYCLES, standing.cycles());
              json.put(TRAIN_ACCURACY, standing.trainAccuracy());
              json.put(VALIDATION_ACCURACY, standing.validationAccuracy());
              json.put(SPARSITY, standing.sparsity());
            });
  }

  /** The status that {@link #of} made; empty where {@code text} is anything else. */
  public static Optional<SweepStatus> read(String text) {
    try {
      return Optional.of(status(MAPPER.readTree(text)));
    } catch (JsonProcessingException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static SweepStatus status(JsonNode json) {
    List<RunningWork> running = new ArrayList<>();
    json.required(RUNNING).forEach(work -> running.add(work(work)));
    JsonNode left = json.required(LEFT);
    return new SweepStatus(
        json.required(SWEEP).asText(),
        json.required(SWEEP_ID).asText(),
        Instant.parse(json.required(STARTED).asText()),
        Instant.parse(json.required(AT).asText()),
        json.required(ENDED).asBoolean(),
        counts(json),
        left.isNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(left.asLong())),
        running);
  }

  private static Counts counts(JsonNode json) {
    return new Counts(
        json.required(PLANNED).asInt(),
        json.required(DONE).asInt(),
        json.required(FAILED).asInt(),
        json.required(TRIALS).asInt(),
        json.required(STAGES).asInt());
  }

  private static RunningWork work(JsonNode json) {
    return new RunningWork(
        json.required(WORK).asText(),
        json.required(DESCRIPTION).asText(),
        json.required(HOST).asText(),
        Instant.parse(json.required(BEGUN).asText()),
        json.has(PHASE) ? Optional.of(standing(json)) : Optional.empty());
  }

  private static Standing standing(JsonNode json) {
    return new Standing(
        json.required(PHASE).asText(),
        json.required(EPOCH).asInt(),
        json.required(TRAINED).asInt(),
        json.required(CYCLES).asInt(),
        json.required(TRAIN_ACCURACY).asDouble(),
        json.required(VALIDATION_ACCURACY).asDouble(),
        json.required(SPARSITY).asDouble());
  }
}
