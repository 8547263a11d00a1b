package keyturn.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import keyturn.domain.InvalidValue;
import keyturn.domain.NodeName;
import keyturn.domain.Secret;
import keyturn.domain.ServerAddress;
import keyturn.domain.Target;

/** Reads the ready file of a running practice range: address, login, certificate. */
final class RangeFile {

    private RangeFile() {}

    static Target read(Path file) throws Ended {
        JsonNode ready = json(file);
        try {
            String address = host(text(ready, "sql", file));
            var node = new Target.Node(new NodeName(address), ServerAddress.parse(address));
            char[] password = text(ready, "password", file).toCharArray();
            var signIn = new Target.SqlLogin(text(ready, "user", file), Secret.of(password));
            Optional<Path> certificate = ready.hasNonNull("certificate")
                    ? Optional.of(Path.of(text(ready, "certificate", file)))
                    : Optional.empty();
            return new Target(List.of(node), signIn, new Target.Verified(certificate));
        } catch (InvalidValue broken) {
            throw new Ended(Exit.USAGE, broken.problem());
        }
    }

    /** {@code HOST:PORT} as the ready file has it, in SQL Server's own writing. */
    private static String host(String address) {
        int colon = address.lastIndexOf(':');
        return colon < 0 ? address : address.substring(0, colon) + "," + address.substring(colon + 1);
    }

    private static JsonNode json(Path file) throws Ended {
        try {
            if (!Files.isRegularFile(file)) {
                throw Ended.usage("file.missing", file);
            }
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException notJson) {
            throw Ended.usage("rangeFile.json", file, notJson.getOriginalMessage());
        } catch (IOException unreadable) {
            throw Ended.usage("file.unreadable", file, unreadable.getClass().getSimpleName());
        }
    }

    private static String text(JsonNode ready, String key, Path file) throws Ended {
        JsonNode value = ready.path(key);
        if (!value.isTextual()) {
            throw Ended.usage("rangeFile.key", file, key);
        }
        return value.textValue();
    }
}
