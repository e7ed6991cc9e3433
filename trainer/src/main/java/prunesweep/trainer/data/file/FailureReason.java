package prunesweep.trainer.data.file;

import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/** Reasons of failures, in words that fit into a sentence. */
public final class FailureReason {

  private FailureReason() {}

  /** The reason of {@code failure}; the name of its class where it has no message of its own. */
  public static String of(Throwable failure) {
    if (failure instanceof AccessDeniedException) {
      return "no permission";
    }
    if (failure instanceof HttpConnectTimeoutException) {
      return "no connection in time";
    }
    if (failure instanceof ConnectException) {
      return isUnresolved(failure) ? "unknown host" : "no connection";
    }
    return describe(failure);
  }

  private static boolean isUnresolved(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }

  private static String describe(Throwable failure) {
    Optional<String> message = Optional.ofNullable(failure.getMessage()).map(String::strip);
    boolean saysOnlyWhich =
        failure instanceof FileSystemException || failure instanceof FileNotFoundException;
    String type = failure.getClass().getSimpleName();
    return saysOnlyWhich
        ? message.map(text -> type + " " + text).orElse(type)
        : message.orElse(type);
  }
}
