package prunesweep.driver.views;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.io.IOUtils;
import prunesweep.driver.published.PublishedSql;
import prunesweep.driver.published.Setting;
import prunesweep.driver.tables.TrialSettings;

/** The views that come along. */
public final class Views {

  /** Their files, each after those it is made from. Whoever adds a view lists it here. */
  private static final List<String> FILES =
      List.of(
          "networks",
          "stages",
          "replicates",
          "summary",
          "paired",
          "largest_target",
          "pareto",
          "curves",
          "failures",
          "progress",
          "layer_collapse",
          "published",
          "published_trials",
          "comparison",
          "paper_table_02",
          "paper_table_03",
          "paper_table_04",
          "paper_table_05",
          "paper_table_06",
          "paper_table_07",
          "paper_table_08",
          "paper_table_09",
          "paper_table_10",
          "paper_table_11",
          "paper_table_12",
          "paper_table_13",
          "one_shot_table");

  private Views() {}

  /** All of them, each after those it is made from. */
  public static List<View> all() {
    TrialSettings settings = TrialSettings.declared();
    ListTemplate template =
        new ListTemplate(
            Map.of(
                "settings",
                settings::all,
                "shared",
                settings::shared,
                "own",
                settings::own,
                "published_figures",
                () -> List.of(PublishedSql.figures()),
                "published_model",
                () -> List.of(PublishedSql.modelOfTrial(older(settings)))));
    return FILES.stream().map(name -> ViewFile.parse(name, text(name), template)).toList();
  }

  private static List<Setting> older(TrialSettings settings) {
    return settings.older().stream().map(was -> Setting.of(was.column(), was.cell())).toList();
  }

  /**
   * Those that {@code query} may see, and the ones they are made from: to register all takes an
   * engine its time.
   */
  public static List<View> neededBy(String query) {
    Deque<View> needed = new ArrayDeque<>();
    StringBuilder text = new StringBuilder(query.toLowerCase(Locale.ROOT));
    boolean listsAll = text.indexOf("show") >= 0;
    List<View> lastFirst = new ArrayList<>(all());
    Collections.reverse(lastFirst);
    for (View view : lastFirst) {
      if (listsAll || text.indexOf(view.name()) >= 0) {
        needed.addFirst(view);
        text.append(view.sql());
      }
    }
    return List.copyOf(needed);
  }

  private static String text(String name) {
    String file = "/prunesweep/views/%s.sql".formatted(name);
    try (InputStream stream = Views.class.getResourceAsStream(file)) {
      return IOUtils.toString(Objects.requireNonNull(stream, file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
