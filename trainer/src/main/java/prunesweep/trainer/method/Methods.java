package prunesweep.trainer.method;

import java.util.List;
import prunesweep.trainer.key.Choice;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.key.Sections;

/** All methods, by the words that a config has for them. */
public final class Methods {

  /** The list to add a method to; two words may stand for one method. */
  private static final List<Section<? extends Method>> OWN =
      List.of(
          DenseTraining.SECTION,
          ThresholdPruning.ACTIVATION,
          ThresholdPruning.SECTION,
          GradualPruning.MAGNITUDE,
          GradualPruning.SECTION,
          OneShotPruning.SECTION,
          PruningBeforeTraining.SECTION,
          RoundsPruning.SECTION,
          DynamicTraining.SECTION);

  /** The key that names a method, and the keys of all methods. */
  public static final Choice<Method> CHOICE =
      Choice.of(
          "",
          "method",
          Methods::sections,
          key ->
              key.ofMethod()
                  .column("method", "What is done to the network, while it trains or after")
                  .leading()
                  .label("%s"));

  private Methods() {}

  /** Their sections, those that come along first. */
  public static List<Section<? extends Method>> sections() {
    return Sections.with(OWN, Method.class);
  }
}
