package prunesweep.trainer.machine;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/** The environment as native libraries of this process see it; Java itself cannot change it. */
final class NativeEnvironment {

  private static final NativeLibrary C = NativeLibrary.getInstance(Platform.C_LIBRARY_NAME);

  private NativeEnvironment() {}

  static void put(String name, String value) {
    if (Platform.isWindows()) {
      call("_putenv_s", name, value);
    } else {
      call("setenv", name, value, 1);
    }
  }

  static void remove(String name) {
    if (Platform.isWindows()) {
      call("_putenv_s", name, "");
    } else {
      call("unsetenv", name);
    }
  }

  private static void call(String function, Object... arguments) {
    int error = C.getFunction(function).invokeInt(arguments);
    if (error != 0) {
      throw new IllegalStateException("%s of %s failed".formatted(function, arguments[0]));
    }
  }
}
