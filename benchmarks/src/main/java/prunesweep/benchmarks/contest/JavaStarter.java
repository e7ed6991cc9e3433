package prunesweep.benchmarks.contest;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import prunesweep.benchmarks.peer.JavaPeer;
import prunesweep.benchmarks.peer.Task;

/**
 * Starts a Java contestant in a virtual machine with the options and the class path of this one.
 *
 * @param name its name in messages
 * @param task that it does
 * @param data the images
 */
record JavaStarter(String name, Task task, DataChoice data) implements Starter {

  @Override
  public Peer start(CoreType core) {
    return PeerProcess.start(name, new ProcessBuilder(command(core)), requests -> {});
  }

  private List<String> command(CoreType core) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(JavaPeer.class.getName(), task.name(), core.core().name(), data.name()));
    data.directory().ifPresent(directory -> command.add(directory.toAbsolutePath().toString()));
    return command;
  }
}
