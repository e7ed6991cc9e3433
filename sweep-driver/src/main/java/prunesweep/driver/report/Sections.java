package prunesweep.driver.report;

import java.util.List;

/** The sections of the page. */
final class Sections {

  /** In the order of the page. */
  static final List<Section> ALL =
      List.of(
          new AccuracySection(),
          new ParetoSection(),
          new CurvesSection(),
          new RanksSection(),
          new SingularValuesSection(),
          new ReductionSection(),
          new HeatMapsSection(),
          new SettingsSection(),
          new ProgressSection(),
          new TrialsSection(),
          new FailuresSection(),
          new ProvenanceSection());

  private Sections() {}
}
