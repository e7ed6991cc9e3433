package prunesweep.driver.cli;

import java.io.PrintWriter;
import java.util.List;
import org.apache.commons.text.WordUtils;
import prunesweep.driver.tables.TrialSettings;
import prunesweep.driver.views.View;
import prunesweep.driver.views.Views;

/** The views with their grain and columns, for people. */
final class ViewList {

  private static final int WIDTH = 96;
  private static final String SHARED = "<shared settings>";
  private static final String OWN = "<method's settings>";

  private ViewList() {}

  /** Prints all views to {@code writer}; the settings, which most of them have, once. */
  static void print(PrintWriter writer) {
    TrialSettings settings = TrialSettings.declared();
    writer.println(wrapped("", SHARED + " are " + names(settings.shared())));
    writer.println(wrapped("", OWN + " are " + names(settings.own())));
    writer.println();
    Views.all().forEach(view -> print(view, writer));
    writer.flush();
  }

  private static void print(View view, PrintWriter writer) {
    writer.println(view.name());
    writer.println(wrapped("  ", view.grain()));
    for (View.Columns columns : view.columns()) {
      writer.println(wrapped("    ", brief(columns.names()) + ": " + columns.meaning()));
    }
    writer.println();
  }

  private static String brief(List<String> names) {
    TrialSettings settings = TrialSettings.declared();
    return names(names)
        .replace(names(settings.shared()), SHARED)
        .replace(names(settings.own()), OWN);
  }

  private static String names(List<String> names) {
    return String.join(", ", names);
  }

  /** Lines of {@code text}, each after {@code indent}, the first a little to the left. */
  private static String wrapped(String indent, String text) {
    String lineEnd = System.lineSeparator() + indent + "  ";
    return indent + WordUtils.wrap(text, WIDTH - indent.length(), lineEnd, false);
  }
}
