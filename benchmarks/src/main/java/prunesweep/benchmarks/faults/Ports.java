package prunesweep.benchmarks.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/** Ports on loopback. */
final class Ports {

  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 30_000;

  private Ports() {}

  /**
   * A free port below those that the system gives to outgoing connections: a process that calls a
   * dead server on one of these may reach itself, and hold the port.
   */
  static int free() {
    SecureRandom random = new SecureRandom();
    while (true) {
      int port = random.nextInt(LOWEST, HIGHEST);
      try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return free.getLocalPort();
      } catch (IOException taken) {
        // Another one will be free.
      }
    }
  }
}
