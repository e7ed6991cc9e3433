package prunesweep.driver.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.text.StringEscapeUtils;

/**
 * The text of the page: its template with style, scripts and data written in. Scripts run only if
 * their sums stand in the page's own policy, so that no text of the results can become one, and the
 * policy lets nothing be loaded from anywhere.
 */
final class Page {

  /** In the order in which they use one another. */
  private static final List<String> SCRIPTS =
      List.of(
          "data.js",
          "numbers.js",
          "selection.js",
          "elements.js",
          "table.js",
          "chart.js",
          "groups.js",
          "options.js",
          "section.js",
          "filters.js");

  private static final String LAST_SCRIPT = "start.js";
  private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z]+)}}");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Page() {}

  /** The page of {@code findings}, with {@code footer} as its last line. */
  static String of(Findings findings, String footer) {
    StringBuilder articles = new StringBuilder();
    StringBuilder data = new StringBuilder(json("shared", SharedData.of(findings)));
    for (Section section : Sections.ALL) {
      Optional<ObjectNode> found = section.data(findings);
      articles.append(article(section, found.isPresent()));
      found.ifPresent(node -> data.append(json(section.id(), node)));
    }
    String echarts = Resource.echarts();
    String script = script();
    return fill(
        Resource.text("page.html"),
        Map.of(
            "policy", policy(List.of(echarts, script)),
            "title", escaped(title(findings)),
            "style", Resource.text("page.css"),
            "sections", articles.toString(),
            "data", data.toString(),
            "echarts", echarts,
            "script", script,
            "footer", escaped(footer)));
  }

  private static String title(Findings findings) {
    Rows sweeps =
        findings.rows("SELECT DISTINCT sweep FROM trials WHERE sweep IS NOT NULL ORDER BY sweep");
    String names =
        sweeps.cells().stream().map(row -> row.get(0)).limit(5).collect(Collectors.joining(", "));
    return names.isEmpty() ? "Results" : names;
  }

  private static String article(Section section, boolean hasData) {
    String body =
        hasData
            ? "<p class=\"explanation\">%s</p><div class=\"body\"></div>"
                .formatted(escaped(section.explanation()))
            : "<p class=\"absence\">%s</p>".formatted(escaped(section.absence()));
    return """
    <section id="%1$s" aria-labelledby="%1$s-title"%4$s>
    <h2 id="%1$s-title">%2$s</h2>
    %3$s
    </section>
    """
        .formatted(section.id(), escaped(section.title()), body, hasData ? "" : " data-empty");
  }

  private static String json(String id, JsonNode node) {
    return "<script type=\"application/json\" id=\"data-%s\">%s</script>%n"
        .formatted(id, inScript(node));
  }

  /** JSON in which nothing ends the script or a line: the letters stand only in its texts. */
  private static String inScript(JsonNode node) {
    try {
      return MAPPER
          .writeValueAsString(node)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String script() {
    Stream<String> sections =
        Sections.ALL.stream().map(section -> "sections/%s.js".formatted(section.id()));
    return Stream.of(SCRIPTS.stream(), sections, Stream.of(LAST_SCRIPT))
        .flatMap(names -> names)
        .map(Resource::text)
        .collect(Collectors.joining("\n", "\"use strict\";\n", ""));
  }

  private static String policy(List<String> scripts) {
    String sums =
        scripts.stream()
            .map(text -> DigestUtils.sha256(text.getBytes(StandardCharsets.UTF_8)))
            .map(sum -> "'sha256-%s'".formatted(Base64.getEncoder().encodeToString(sum)))
            .collect(Collectors.joining(" "));
    return "default-src 'none'; script-src %s; style-src 'unsafe-inline'; img-src data:"
        .formatted(sums);
  }

  private static String fill(String template, Map<String, String> texts) {
    return SLOT.matcher(template)
        .replaceAll(slot -> Matcher.quoteReplacement(texts.get(slot.group(1))));
  }

  private static String escaped(String text) {
    return StringEscapeUtils.escapeHtml4(text);
  }
}
