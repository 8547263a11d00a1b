package keyturn.cli.option;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.domain.InvalidValue;
import keyturn.domain.NodeName;
import keyturn.domain.Secret;
import keyturn.domain.ServerAddress;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSignIn;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.TenantId;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultDoor;
import keyturn.domain.host.HostDoor;

/**
 * Reads the ready file of a running practice range: address, login, certificate, and its doors to Azure. A range listens on this
 * computer alone: a file that names another one is none of a range.
 */
final class RangeFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}|localhost|\\[?::1]?");

    private RangeFile() {}

    static Target read(Path file) throws Ended {
        JsonNode ready = json(file);
        try {
            String address = host(text(ready, "sql", file));
            onThisComputer(beforeThePort(text(ready, "sql", file)), "sql", file);
            var node = new Target.Node(new NodeName(address), ServerAddress.parse(address));
            char[] password = text(ready, "password", file).toCharArray();
            var signIn = new Target.SqlLogin(text(ready, "user", file), Secret.of(password));
            Optional<Path> certificate = ready.hasNonNull("certificate")
                    ? Optional.of(Path.of(text(ready, "certificate", file)))
                    : Optional.empty();
            Target target =
                    new Target(List.of(node), signIn, new Target.Verified(certificate)).withHost(host(ready, file));
            return ready.hasNonNull("vault") ? target.withAzure(azure(ready, certificate, file)) : target;
        } catch (InvalidValue broken) {
            throw new Ended(Exit.USAGE, broken.problem());
        } catch (InvalidPathException noPath) {
            throw Ended.usage("rangeFile.key", file, "certificate");
        }
    }

    /** Reached as any vault, directory and resource manager are that answer elsewhere than the cloud's own. */
    private static AzureDoors azure(JsonNode ready, Optional<Path> certificate, Path file) throws Ended {
        var vault = new VaultAddress(text(ready, "vaultName", file), VaultAddress.Store.VAULT, Cloud.PUBLIC);
        ClientId client = new ClientId(text(ready, "client", file));
        Secret secret = Secret.of(text(ready, "secret", file).toCharArray());
        return new AzureDoors(
                List.of(new VaultDoor(vault, door(ready, "vault", file))),
                new AzureSignIn.ClientSecret(client, secret),
                Optional.of(new TenantId(text(ready, "tenant", file))),
                Cloud.PUBLIC,
                new AzureDoors.Endpoints(
                        door(ready, "login", file), door(ready, "graph", file), door(ready, "azure", file)),
                certificate,
                Optional.of(client));
    }

    /** Where the range has one; it stands in for PowerShell. */
    private static Optional<HostDoor> host(JsonNode ready, Path file) throws Ended {
        if (!ready.hasNonNull("host") || !ready.hasNonNull("hostModule")) {
            return Optional.empty();
        }
        URI address = door(ready, "host", file).orElseThrow();
        return Optional.of(new HostDoor.Practice(
                address, Path.of(text(ready, "certificate", file)), Path.of(text(ready, "hostModule", file)), false));
    }

    private static Optional<URI> door(JsonNode ready, String key, Path file) throws Ended {
        URI door = AzureDoors.https(text(ready, key, file));
        onThisComputer(String.valueOf(door.getHost()), key, file);
        return Optional.of(door);
    }

    /** By its name alone: no name service is asked. */
    private static void onThisComputer(String host, String key, Path file) throws Ended {
        if (!LOOPBACK.matcher(host).matches()) {
            throw Ended.usage("rangeFile.elsewhere", file, key, host);
        }
    }

    private static String beforeThePort(String address) {
        return address.replaceFirst("[:,]\\d+$", "");
    }

    /** {@code HOST:PORT} as the ready file has it, in SQL Server's own writing. */
    private static String host(String address) {
        int colon = address.lastIndexOf(':');
        return colon < 0 ? address : address.substring(0, colon) + "," + address.substring(colon + 1);
    }

    private static JsonNode json(Path file) throws Ended {
        try {
            return JSON.readTree(SmallFile.read(file));
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
