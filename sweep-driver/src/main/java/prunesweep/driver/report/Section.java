package prunesweep.driver.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A section of the page: what it shows, and the data that its script {@code sections/<id>.js} draws
 * it from. Whoever adds one lists it in {@link Sections}.
 */
interface Section {

  /** Its name in links and the name of its script: small letters and hyphens. */
  String id();

  /** Its heading. */
  String title();

  /** How to read it, in plain text. */
  String explanation();

  /** The sentence that stands in its place where the results have nothing for it. */
  String absence();

  /** What the script draws; empty where the results have nothing for it. */
  Optional<ObjectNode> data(Findings findings);
}
