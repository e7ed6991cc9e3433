package prunesweep.trainer.scope;

import java.util.List;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.key.Sections;

/** All scopes. */
public final class Scopes {

  /** The list to add a scope to. */
  private static final List<Section<? extends Scope>> OWN =
      List.of(Global.SECTION, Layers.SECTION, InTurn.SECTION, Erk.SECTION, OutputHalf.SECTION);

  private Scopes() {}

  /** Their sections, those that come along first. */
  public static List<Section<? extends Scope>> sections() {
    return Sections.with(OWN, Scope.class);
  }
}
