package prunesweep.trainer.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.data.DataException;

class DatasetCatalogueTest {

  private final DatasetCatalogue catalogue = DatasetCatalogue.published();

  @Test
  void namesThePublishedDataSets() {
    assertThat(catalogue.names())
        .containsExactly("fashion-mnist", "mnist", "fashion-mnist-sample", "optdigits");
  }

  @Test
  void everySumIsASha256OfItsOwn() {
    List<String> sums =
        catalogue.entries().stream().flatMap(entry -> entry.sums().values().stream()).toList();
    assertThat(sums)
        .hasSize(16)
        .doesNotHaveDuplicates()
        .allMatch(sum -> sum.matches("[0-9a-f]{64}"));
  }

  @Test
  void everyPublisherIsAskedByHttps() {
    assertThat(catalogue.entries())
        .flatMap(entry -> entry.origins().publishers())
        .hasSize(4)
        .extracting(URI::getScheme)
        .containsOnly("https");
  }

  @Test
  void onlyTheSampleIsBuiltIn() {
    assertThat(catalogue.entries())
        .filteredOn(entry -> entry.origins().resource().isPresent())
        .extracting(KnownDataset::name)
        .containsExactly("fashion-mnist-sample");
  }

  @Test
  void anUnknownNameListsTheChoicesAndTheNearest() {
    assertThatThrownBy(() -> catalogue.named("fashon-mnist"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot load data set: dataset.name must be one of fashion-mnist, mnist,"
                + " fashion-mnist-sample, optdigits (did you mean fashion-mnist?), got"
                + " fashon-mnist");
  }

  @Test
  void aNameLikeNoOtherListsOnlyTheChoices() {
    assertThatThrownBy(() -> catalogue.named("imagenet"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot load data set: dataset.name must be one of fashion-mnist, mnist,"
                + " fashion-mnist-sample, optdigits, got imagenet");
  }

  @Test
  void aPublisherWithoutEncryptionIsRefused() {
    List<URI> open = List.of(URI.create("http://example.org/data/"));
    assertThatThrownBy(() -> SmallDataset.known(open, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A publisher must be an HTTPS address that ends with /, got http://example.org/data/");
  }
}
