package prunesweep.benchmarks.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import prunesweep.benchmarks.contest.ContestOptions;
import prunesweep.benchmarks.contest.ContestResult;
import prunesweep.benchmarks.contest.ContestResult.Time;
import prunesweep.benchmarks.contest.DataChoice;
import prunesweep.driver.run.Provenances;

/**
 * Report of a run, to be printed and written.
 *
 * @param header data, machine and versions, by name
 * @param result the figures
 */
record Report(Map<String, String> header, ContestResult result) {

  /** The report of {@code result}, whose run began when the machine had {@code load}. */
  static Report of(ContestOptions options, String load, ContestResult result) {
    Map<String, String> header = new LinkedHashMap<>();
    header.put("processor", Machine.processor());
    header.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    header.put("load before", load);
    header.put("vector bits", fact(result, "vector-dense", "vector-bits"));
    header.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    header.put("java", System.getProperty("java.version"));
    header.put("prunesweep", Provenances.prunesweepVersion());
    header.put("commit", Optional.ofNullable(Provenances.gitCommit()).orElse("-"));
    header.put("deeplearning4j", Provenances.dl4jVersion());
    header.put("openblas of java", library(result, "dl4j-fit"));
    header.put("openblas of products", library(result, "openblas-products"));
    header.put("pytorch", fact(result, "pytorch-dense", "version"));
    header.put("blas of pytorch", library(result, "pytorch-dense"));
    header.put(
        "data", options.data().stream().map(DataChoice::name).collect(Collectors.joining(", ")));
    header.put("rounds", Integer.toString(options.rounds()));
    header.put("steps a round", Integer.toString(options.steps()));
    return new Report(header, result);
  }

  private static String library(ContestResult result, String id) {
    return "%s, kernel %s".formatted(fact(result, id, "blas"), fact(result, id, "kernel"));
  }

  /** A property of the contestant {@code id}; "-" if it did not take part or has not given it. */
  private static String fact(ContestResult result, String id, String name) {
    return result.times().stream()
        .filter(time -> time.id().equals(id))
        .map(time -> time.facts().getOrDefault(name, "-"))
        .findFirst()
        .orElse("-");
  }

  List<Time> products() {
    return result.times().stream().filter(time -> !time.products().isEmpty()).toList();
  }
}
