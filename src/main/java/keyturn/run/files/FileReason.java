package keyturn.run.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import keyturn.domain.Message;

/** Why a file cannot be read or written, in words of its user: Java's own exceptions say it by the names of their classes. */
public final class FileReason {

    private FileReason() {}

    public static String of(IOException failure) {
        return switch (failure) {
            case NoSuchFileException none -> said("run.file.missing", none);
            case AccessDeniedException denied -> said("run.file.denied", denied);
            case NotDirectoryException file -> said("run.file.noFolder", file);
            case FileSystemException other ->
                Optional.ofNullable(other.getReason())
                        .map(why -> other.getFile() + ": " + why)
                        .orElseGet(() -> said("run.file.failed", other));
            case IOException other -> Optional.ofNullable(other.getMessage()).orElseGet(() -> String.valueOf(other));
        };
    }

    private static String said(String key, FileSystemException failure) {
        return Message.of(key, String.valueOf(failure.getFile())).text();
    }
}
