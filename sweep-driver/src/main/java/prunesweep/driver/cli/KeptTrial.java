package prunesweep.driver.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import prunesweep.driver.tables.KeptNetworks;
import prunesweep.trainer.export.PackedNetwork;
import prunesweep.trainer.export.TrainedNetwork;
import prunesweep.trainer.key.Suggestion;

/**
 * A trial that has kept networks.
 *
 * @param networks of its results folder
 * @param id the whole id
 * @param stages at which its network is kept, at least one
 */
record KeptTrial(KeptNetworks networks, String id, List<String> stages) {

  /** A refusal of what the user wrote: a rule, to be read after "must be", and the value. */
  static final class Refusal extends RuntimeException {

    Refusal(String rule, String value) {
      super("%s, got %s".formatted(rule, value));
    }
  }

  /**
   * The one trial in {@code results} whose id begins with {@code prefix}.
   *
   * @throws Refusal if there is none, or several, or it has kept no network
   */
  static KeptTrial of(Path results, String prefix) {
    KeptNetworks networks = new KeptNetworks(results);
    Map<String, List<String>> stages = networks.stages();
    List<String> ids = stages.keySet().stream().filter(id -> id.startsWith(prefix)).toList();
    if (prefix.isEmpty() || ids.isEmpty()) {
      String hint =
          Suggestion.nearest(prefix, stages.keySet())
              .map("; did you mean %s?"::formatted)
              .orElse("");
      throw new Refusal(
          "TRIAL must be a trial_id of %s, or the start of one".formatted(results), prefix + hint);
    }
    if (ids.size() > 1) {
      throw new Refusal(
          "TRIAL must be the start of one trial_id",
          "%s, the start of %d".formatted(prefix, ids.size()));
    }
    return kept(networks, ids.get(0), stages.getOrDefault(ids.get(0), List.of()));
  }

  private static KeptTrial kept(KeptNetworks networks, String id, List<String> stages) {
    if (stages.isEmpty()) {
      throw new Refusal(
          "TRIAL must be a trial that kept its network (keep = [all] in its sweep)", id);
    }
    return new KeptTrial(networks, id, stages);
  }

  /**
   * The network at {@code stage}, or at the last one that is kept.
   *
   * @throws Refusal if it is not kept
   */
  TrainedNetwork network(Optional<String> stage) {
    String wanted = stage.orElse(lastStage());
    if (!stages.contains(wanted)) {
      throw new Refusal(
          "--stage must be one that trial %s kept: %s".formatted(id, String.join(", ", stages)),
          wanted);
    }
    return PackedNetwork.unpacked(networks.network(id, wanted));
  }

  /** The name of the last stage that is kept. */
  String lastStage() {
    return stages.get(stages.size() - 1);
  }
}
