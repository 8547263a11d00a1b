package keyturn.practice.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which host script a text is, by the hash of its bytes. */
final class ScriptNames {

    private static final Map<String, String> NAMES = read();

    private ScriptNames() {}

    /** @throws HostError for any other text */
    static String of(String script) {
        return Optional.ofNullable(NAMES.get(hash(script.strip())))
                .orElseThrow(() -> new HostError("Unknown", "The practice host does not know this script."));
    }

    private static Map<String, String> read() {
        try (InputStream in = ScriptNames.class.getResourceAsStream("/keyturn/practice/host/scripts.tsv")) {
            if (in == null) {
                throw new IllegalStateException("scripts.tsv is missing");
            }
            Map<String, String> names = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .forEach(cells -> names.put(cells[0], cells[1]));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
