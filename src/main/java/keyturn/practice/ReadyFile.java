package keyturn.practice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file by which a range tells others that it takes connections. It takes the place of no file but one of its kind. */
final class ReadyFile {

    /** Ready files have a hundredth of it. */
    private static final long MOST_BYTES = 64 << 10;

    private ReadyFile() {}

    /** @throws FileAlreadyExistsException if a file is there, unless it is that of a range whose process has ended */
    static void demandFree(Path file) throws IOException {
        if (Files.exists(file) && !isOfEndedRange(file)) {
            throw new FileAlreadyExistsException(
                    file.toString(), null, "it is there, and is not the ready file of a range that has ended");
        }
    }

    private static boolean isOfEndedRange(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            return false;
        }
        try {
            JsonNode ready = new ObjectMapper().readTree(Files.readAllBytes(file));
            return ready.path("sql").isTextual()
                    && ready.path("pid").isIntegralNumber()
                    && ProcessHandle.of(ready.path("pid").longValue()).isEmpty();
        } catch (JsonProcessingException another) {
            return false;
        }
    }

    /** Whether it still is as it was written: what somebody put in its place is not ours. */
    static boolean holds(Path file, String text) {
        try {
            return Files.isRegularFile(file) && Files.readString(file).equals(text);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
