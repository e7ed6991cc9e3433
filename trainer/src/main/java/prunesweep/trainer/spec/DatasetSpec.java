package prunesweep.trainer.spec;

import java.io.Serializable;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Rule;
import prunesweep.trainer.key.Section;

/**
 * Images that a trial learns from.
 *
 * @param name the name of the data set, e.g. {@code fashion-mnist}
 * @param content SHA-256 of the contents in hexadecimal when they are not the published ones, else
 *     empty: other contents make another trial
 * @param normalisation what is made of the numbers
 */
public record DatasetSpec(String name, String content, Normalisation normalisation)
    implements Serializable {

  /** The name. */
  public static final Key<String> NAME =
      Key.of("dataset", "name", Kind.TEXT)
          .rule(Rule.matching("lower-case letters, digits and hyphens", "[a-z0-9][a-z0-9-]*"))
          .column("dataset", "e.g. fashion-mnist", "Its data set")
          .leading()
          .key();

  /** The hash of contents that are not the published ones. */
  public static final Key<String> CONTENT =
      Key.of("dataset", "content", Kind.TEXT)
          .rule(Rule.matching("64 hexadecimal digits or nothing", "|[0-9a-f]{64}"))
          .older("")
          .derived()
          .column(
              "dataset_content",
              "64 hexadecimal digits",
              "SHA-256 of the data set's contents; null when they are the published ones")
          .key();

  /** The normalisation of the numbers. */
  public static final Key<Normalisation> NORMALISATION =
      Key.of("dataset", "normalisation", Kind.choice(Normalisation.class))
          .older(Normalisation.BYTE)
          .column("normalisation", "What was made of the numbers of the data set")
          .generation(2)
          .key();

  /** Its keys. */
  public static final Section<DatasetSpec> SECTION =
      Section.of(
              "dataset",
              values ->
                  new DatasetSpec(
                      values.get(NAME), values.find(CONTENT).orElse(""), values.get(NORMALISATION)))
          .with(NAME, DatasetSpec::name)
          .with(CONTENT, DatasetSpec::content)
          .with(NORMALISATION, DatasetSpec::normalisation);

  public DatasetSpec {
    NAME.require(name);
    CONTENT.require(content);
  }

  /** Pixels, divided by 255. */
  public DatasetSpec(String name, String content) {
    this(name, content, Normalisation.BYTE);
  }

  /** The data set {@code name} as its publisher made it. */
  public static DatasetSpec published(String name) {
    return new DatasetSpec(name, "");
  }
}
