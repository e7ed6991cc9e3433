package prunesweep.driver.views;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.io.IOUtils;
import prunesweep.driver.tables.TrialSettings;

/** The views that come along. */
public final class Views {

  /** Their files, each after those it is made from. Whoever adds a view lists it here. */
  private static final List<String> FILES =
      List.of(
          "networks",
          "stages",
          "summary",
          "paired",
          "pareto",
          "curves",
          "failures",
          "layer_collapse");

  private Views() {}

  /** All of them, each after those it is made from. */
  public static List<View> all() {
    TrialSettings settings = TrialSettings.declared();
    ListTemplate template =
        new ListTemplate(
            Map.of("settings", settings.all(), "shared", settings.shared(), "own", settings.own()));
    return FILES.stream().map(name -> ViewFile.parse(name, template.fill(text(name)))).toList();
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
