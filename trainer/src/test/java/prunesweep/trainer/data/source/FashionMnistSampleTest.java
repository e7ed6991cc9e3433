package prunesweep.trainer.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.LoadedDataset;

class FashionMnistSampleTest {

  private static final String NAME = "fashion-mnist-sample";

  @TempDir Path nothing;

  @Test
  void isReadFromTheProgramAndIsAsPublished() {
    LoadedDataset loaded = loader().load(NAME, Optional.empty());
    Dataset sample = loaded.dataset();
    assertThat(loaded.content()).isEmpty();
    assertThat(sample.training().count()).isEqualTo(3_600);
    assertThat(sample.validation().count()).isEqualTo(400);
    assertThat(sample.test().count()).isEqualTo(1_000);
    assertThat(sample.inputs()).isEqualTo(784);
  }

  @Test
  void holdsWhatTheCatalogueSays() {
    Dataset sample = loader().load(NAME, Optional.empty()).dataset();
    KnownDataset known = DatasetCatalogue.published().named(NAME);
    assertThat(sample.inputs()).isEqualTo(known.inputs());
    assertThat(sample.training().labels()).hasSize(known.trainImages()).startsWith(9, 0, 0, 3);
    assertThat(sample.test().labels()).hasSize(known.testImages()).startsWith(9, 2, 1, 1);
  }

  @Test
  void isReadOnceAVirtualMachine() {
    assertThat(DatasetLoader.ofThisUser().load(NAME, Optional.empty()))
        .isSameAs(DatasetLoader.ofThisUser().load(NAME, Optional.empty()));
  }

  @Test
  void isAlreadyThere() {
    assertThat(new DatasetLocator(places()).whereabouts(DatasetCatalogue.published().named(NAME)))
        .contains("built in");
  }

  private DatasetLoader loader() {
    return new DatasetLoader(DatasetCatalogue.published(), places());
  }

  private DatasetPlaces places() {
    return new DatasetPlaces(List.of(), nothing);
  }
}
