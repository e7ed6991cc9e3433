package prunesweep.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;
import prunesweep.benchmarks.contest.Summary;

/** The medians for spreadsheets: a line for each contestant and ratio. Ids need no quotes. */
final class ReportCsv {

  private ReportCsv() {}

  static String of(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add("kind,id,median,minimum,maximum");
    report
        .result()
        .times()
        .forEach(time -> lines.add(line("milliseconds", time.id(), time.series().summary())));
    report.result().ratios().forEach(ratio -> lines.add(line("ratio", ratio.id(), ratio.value())));
    return String.join("\n", lines) + "\n";
  }

  private static String line(String kind, String id, Summary summary) {
    return "%s,%s,%s,%s,%s"
        .formatted(kind, id, summary.median(), summary.minimum(), summary.maximum());
  }
}
