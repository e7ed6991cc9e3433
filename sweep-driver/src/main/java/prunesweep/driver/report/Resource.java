package prunesweep.driver.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.commons.io.IOUtils;

/** Text files that come along. */
final class Resource {

  private static final String ECHARTS = "/prunesweep/report/echarts/echarts.min.js";

  private Resource() {}

  /** A file of the page, e.g. {@code page.css}. */
  static String text(String name) {
    return read("/prunesweep/report/" + name);
  }

  /** Apache ECharts, as its publishers minified it. */
  static String echarts() {
    return read(ECHARTS);
  }

  private static String read(String file) {
    try (InputStream stream = Resource.class.getResourceAsStream(file)) {
      return IOUtils.toString(Objects.requireNonNull(stream, file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
