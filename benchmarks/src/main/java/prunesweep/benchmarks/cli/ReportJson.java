package prunesweep.benchmarks.cli;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.util.Arrays;
import java.util.Map;
import prunesweep.benchmarks.contest.ContestResult.Time;
import prunesweep.benchmarks.contest.Ratio;
import prunesweep.benchmarks.contest.Summary;

/** The report for programs, every round included. */
final class ReportJson {

  private static final ConfigRenderOptions JSON =
      ConfigRenderOptions.defaults().setOriginComments(false).setComments(false);

  private ReportJson() {}

  static String of(Report report) {
    Map<String, Object> root =
        Map.of(
            "header",
            report.header(),
            "contestants",
            report.result().times().stream().map(ReportJson::time).toList(),
            "ratios",
            report.result().ratios().stream().map(ReportJson::ratio).toList());
    return ConfigValueFactory.fromMap(root).render(JSON);
  }

  private static Map<String, Object> time(Time time) {
    return Map.of(
        "id",
        time.id(),
        "label",
        time.label(),
        "facts",
        time.facts(),
        "milliseconds",
        summary(time.series().summary()),
        "rounds",
        Arrays.stream(time.series().milliseconds()).boxed().toList(),
        "over-dense",
        summary(time.overDense()),
        "products",
        ProductFigure.of(time).stream().map(ReportJson::product).toList());
  }

  private static Map<String, Object> product(ProductFigure figure) {
    return Map.of(
        "label",
        figure.label(),
        "microseconds",
        figure.microseconds(),
        "gigaflops",
        figure.gigaflops());
  }

  private static Map<String, Object> ratio(Ratio ratio) {
    return Map.of("id", ratio.id(), "label", ratio.label(), "value", summary(ratio.value()));
  }

  private static Map<String, Object> summary(Summary summary) {
    return Map.of(
        "median", summary.median(), "minimum", summary.minimum(), "maximum", summary.maximum());
  }
}
