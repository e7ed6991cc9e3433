package prunesweep.driver.tables;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ResultsDocumentTest {

  @Test
  void saysWhatTheCodeSays() throws IOException {
    StringBuilder sections = new StringBuilder();
    for (Table<?> table : Tables.PUBLISHED.all()) {
      sections.append(section(table));
    }
    Golden.of("docs/results.md").mustEndWith("<!-- made from the code -->", sections.toString());
  }

  private static <R> String section(Table<R> table) {
    StringBuilder section = new StringBuilder();
    section.append("\n## %s\n\n%s\n\n".formatted(table.name(), table.meaning()));
    section.append("| column | type | unit, range or choices | meaning |\n|---|---|---|---|\n");
    table.columns().forEach(column -> section.append(line(column)));
    return section.toString();
  }

  private static String line(Column<?> column) {
    String type = column.type().name().toLowerCase(Locale.ROOT);
    return "| %s | %s%s | %s | %s%s |\n"
        .formatted(
            column.name(),
            type,
            column.canBeNull() ? ", nullable" : "",
            column.range(),
            column.meaning(),
            column.before().map("; `%s` in older files"::formatted).orElse(""));
  }
}
