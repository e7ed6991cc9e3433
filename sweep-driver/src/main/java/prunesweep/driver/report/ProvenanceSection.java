package prunesweep.driver.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Origin of the results: sweeps, their configs, code and machines. */
final class ProvenanceSection implements Section {

  private static final String SWEEPS = "SELECT * FROM sweeps ORDER BY started, sweep_id";

  private static final String CODE =
      """
      SELECT git_commit, git_dirty, processor, blas_kernel, vector_bits, COUNT(*) AS trials
      FROM trials
      WHERE status = 'done'
      GROUP BY git_commit, git_dirty, processor, blas_kernel, vector_bits
      ORDER BY trials DESC, git_commit, processor
      """;

  @Override
  public String id() {
    return "provenance";
  }

  @Override
  public String title() {
    return "Provenance";
  }

  @Override
  public String explanation() {
    return "The sweeps that wrote to this folder, with their configs as resolved and the versions"
        + " they ran; then the code and the machines that trained the trials.";
  }

  @Override
  public String absence() {
    return "No sweep is recorded here.";
  }

  @Override
  public Optional<ObjectNode> data(Findings findings) {
    Rows sweeps = findings.rows(SWEEPS);
    Rows code = findings.rows(CODE);
    if (sweeps.isEmpty() && code.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ObjectNode columns = data.putObject("sweeps");
    sweeps.columns().forEach(column -> sweeps.texts(columns, column));
    ObjectNode trained = data.putObject("code");
    code.columns().forEach(column -> code.texts(trained, column));
    return Optional.of(data);
  }
}
