package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.BOOLEAN;
import static prunesweep.driver.tables.ColumnType.STRING;

import java.util.List;

/** The columns of {@code trials} for the code that trained a trial. */
final class TrialCodeColumns {

  static final String COMMIT = "git_commit";
  static final String CHANGED = "git_dirty";

  static final List<Column<TrialRow>> ALL =
      List.of(
          Column.nullable(
              COMMIT,
              STRING,
              "hexadecimal",
              "Commit of the source tree whose program trained it; null outside one, and in rows of"
                  + " earlier versions",
              row -> row.code().map(SourceTree::commit).orElse(null)),
          Column.nullable(
              CHANGED,
              BOOLEAN,
              "true, false",
              "Whether files of that tree were changed since; null where `git_commit` is",
              row -> row.code().map(SourceTree::isChanged).orElse(null)));

  private TrialCodeColumns() {}
}
