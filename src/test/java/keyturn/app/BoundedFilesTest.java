package keyturn.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import keyturn.domain.OperatingSystem;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are none, or far too large, or somebody else's: told in words, within a moment, and left as they are. */
final class BoundedFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private static Command.Ended soon(Object... arguments) {
        return assertTimeoutPreemptively(Duration.ofMinutes(1), () -> InProcess.say(arguments));
    }

    private static void told(String code, Command.Ended ended) {
        assertEquals(2, ended.exit(), ended.all());
        assertTrue(ended.all().contains(code), ended.all());
    }

    @Test
    void aPasswordFileOfThreeGigabytesIsNotRead() throws Exception {
        Path large = Files.createFile(folder.resolve("password"));
        if (!OperatingSystem.isWindows()) {
            Files.setPosixFilePermissions(large, PosixFilePermissions.fromString("rw-------"));
        }
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(3L << 30);
        }
        told(
                "file.large",
                soon("inspect", "--server", "127.0.0.1,1", "--auth", "sql", "--user", "u", "--password-file", large));
    }

    @Test
    void aDeviceIsNoRangeFile() {
        assumeTrue(Files.exists(Path.of("/dev/zero")), "a device without end");
        told("file.notOrdinary", soon("inspect", "--range", "/dev/zero"));
    }

    @Test
    void aCertificateThatIsADeviceOrNoPathIsTold() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/zero")), "a device without end");
        try (Range range = new InProcess(folder).started("healthy")) {
            Path ready = folder.resolve(range.scenario() + ".json");
            assertTrue(soon("inspect", "--range", withCertificate(ready, "/dev/zero"))
                    .all()
                    .contains("sql.certificate-file"));
            told("rangeFile.key", soon("inspect", "--range", withCertificate(ready, "a\0b")));
        }
    }

    private Path withCertificate(Path ready, String certificate) throws Exception {
        ObjectNode other = (ObjectNode) JSON.readTree(Files.readString(ready));
        return Files.writeString(
                folder.resolve("other.json"),
                other.put("certificate", certificate).toString());
    }

    @Test
    void aReadyFileTakesThePlaceOfNothingButThatOfARangeThatHasEnded() throws Exception {
        Path taken = Files.writeString(folder.resolve("notes.txt"), "mine");
        told("rehearsal.start.files", soon("practice", "--ready", taken));
        assertEquals("mine", Files.readString(taken));
        Path ended = Files.writeString(folder.resolve("ended.json"), "{\"sql\":\"127.0.0.1:1\",\"pid\":999999999}");
        try (Range range = Range.start(RangeOptions.of("healthy").withReady(ended))) {
            assertTrue(Files.readString(ended).contains(":" + range.port()));
            told("rehearsal.start.files", soon("practice", "--ready", ended));
            Files.writeString(ended, "changed meanwhile");
        }
        assertEquals("changed meanwhile", Files.readString(ended));
    }

    @Test
    void aLogThatCannotBeWrittenIsToldAtOnceAndOneThatCanIsItsOwners() throws Exception {
        told("rehearsal.start.files", soon("practice", "--log", folder.resolve("missing/range.log")));
        Path log = folder.resolve("range.log");
        try (Range range = Range.start(RangeOptions.of("healthy").withLog(log))) {
            assertTrue(Files.exists(log), "from the start of " + range.scenario());
            if (!OperatingSystem.isWindows()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(log)));
            }
        }
    }

    /** The name of a page's own host, made to lead here, is no name of this door. */
    @Test
    void theControlDoorAnswersToItsOwnNameAlone() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            URI door = URI.create(range.control());
            assertTrue(head(door, "evil.example:" + door.getPort()).startsWith("HTTP/1.1 403"));
            assertTrue(head(door, "127.0.0.1:" + door.getPort()).startsWith("HTTP/1.1 200"));
            assertFalse(range.control().isEmpty());
        }
    }

    private static String head(URI door, String host) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), door.getPort())) {
            socket.getOutputStream()
                    .write(("POST /release HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
        }
    }
}
