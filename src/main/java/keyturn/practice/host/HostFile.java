package keyturn.practice.host;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import keyturn.practice.server.state.DllFile;

/**
 * A file on the host.
 *
 * @param written UTC
 * @param readable for those who are no administrators
 */
record HostFile(String path, Content content, LocalDateTime written, boolean readable) {

    private static final long RUNTIME_BYTES = 25_641_400;

    /** What is in a file. */
    sealed interface Content {}

    /** A connector DLL; its own path and times are those of where it was first seen. */
    record Dll(DllFile dll) implements Content {}

    /** A package of the Windows installer. */
    record Msi(ConnectorPackage connector) implements Content {}

    /** The installer of the Visual C++ runtime. */
    record RuntimeInstaller() implements Content {}

    record Text(String text) implements Content {}

    /** The same file under another name. */
    HostFile at(String place) {
        return new HostFile(place, content, written, readable);
    }

    /** A copy of it, which keeps the time of the last change. */
    HostFile copied(String place, LocalDateTime now, boolean forAll) {
        Content copy =
                switch (content) {
                    case Dll dll -> new Dll(dll.dll().at(place, now));
                    case Msi msi -> msi;
                    case RuntimeInstaller runtime -> runtime;
                    case Text text -> text;
                };
        return new HostFile(place, copy, written, forAll);
    }

    String name() {
        return path.substring(path.lastIndexOf('\\') + 1);
    }

    long bytes() {
        return switch (content) {
            case Dll dll -> dll.dll().size();
            case Msi msi -> msi.connector().dll().size() + 1_048_576;
            case RuntimeInstaller runtime -> RUNTIME_BYTES;
            case Text text -> text.text().getBytes(StandardCharsets.UTF_8).length;
        };
    }

    /** The same build has the same hash wherever it lies. */
    String sha256() {
        return switch (content) {
            case Dll dll -> hash("practice dll " + of(dll.dll()));
            case Msi msi -> hash("practice msi " + of(msi.connector().dll()));
            case RuntimeInstaller runtime -> hash("practice runtime");
            case Text text -> hash(text.text());
        };
    }

    private static String of(DllFile dll) {
        return dll.version() + " " + dll.date() + " " + dll.guid();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
