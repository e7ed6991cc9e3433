package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import prunesweep.trainer.checkpoint.DamagedCheckpointException;
import prunesweep.trainer.checkpoint.KeptState;
import prunesweep.trainer.machine.CodeFingerprint;

/**
 * The states of trials and stages under way in a results folder, one file each: a sweep that was
 * killed goes on in the middle of them. Got from {@link ResultTables#states()}, whose lock and
 * rules hold here too.
 */
public final class StateFiles {

  private static final String ENDING = ".state";

  private final Layout layout;
  private final SideFiles files;

  StateFiles(Layout layout, SideFiles files) {
    this.layout = layout;
    this.files = files;
  }

  private Path file(String work) {
    return layout.running().resolve(work + ENDING);
  }

  /** The names of all that have a state, whole or damaged. */
  public List<String> kept() {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(layout.running(), "*" + ENDING)) {
      for (Path file : all) {
        String name = file.getFileName().toString();
        names.add(name.substring(0, name.length() - ENDING.length()));
      }
      return names;
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (IOException e) {
      throw TablesException.damaged(layout.running(), e);
    }
  }

  /**
   * The state of {@code work} that code like this kept; empty where there is none. May be called
   * while another thread writes.
   *
   * @throws TablesException if the file cannot be read, is damaged or was made by other code
   */
  public Optional<byte[]> find(String work) {
    Path file = file(work);
    try {
      return Optional.of(KeptState.of(CodeFingerprint.current(), Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | DamagedCheckpointException e) {
      throw TablesException.damaged(file, e);
    }
  }

  /** Keeps the state of {@code work} in place of an earlier one. */
  public void keep(String work, byte[] state) {
    files.keep(file(work), new KeptState(CodeFingerprint.current(), state).toBytes());
  }

  /** Deletes the states of those of {@code works} that have one. */
  public void drop(Collection<String> works) {
    files.delete(works.stream().map(this::file).filter(Files::exists).toList());
  }
}
