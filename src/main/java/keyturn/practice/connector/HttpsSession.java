package keyturn.practice.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import keyturn.practice.server.state.KeyThumbprint;
import keyturn.practice.server.state.KeyVault;
import keyturn.practice.server.state.PublicHalf;
import keyturn.practice.server.state.VaultKey;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.web.Json;

/**
 * A session with a vault.
 *
 * @param host the vault's name
 * @param address where it answers
 */
record HttpsSession(Wire wire, String host, String address, String token) implements KeyVault.Session {

    static final String API = "api-version=7.1";
    private static final String ALGORITHM = "RSA-OAEP";

    @Override
    public KeyVault.Answer<VaultKey> key(String name) {
        return answered(() -> read(name));
    }

    private VaultKey read(String name) {
        if (name.isEmpty()) {
            throw new GaveUp(Codes.of(400));
        }
        Wire.Said said = ask("GET", "/keys/" + path(name), Optional.empty(), Codes.READ_NO_ANSWER);
        return key(said.json(Codes.READ_NOT_JSON).path("key"));
    }

    private VaultKey key(JsonNode key) {
        String[] parts = URI.create(key.path("kid").asText("")).getPath().split("/");
        if (parts.length < 4) {
            throw new GaveUp(Codes.READ_NO_ID);
        }
        String name = parts[2];
        boolean rsa = key.path("kty").asText("").startsWith("RSA");
        if (rsa && key.path("n").asText("").isEmpty()) {
            throw new GaveUp(Codes.READ_NO_NUMBER);
        }
        BigInteger modulus = number(key, "n");
        BigInteger exponent = number(key, "e");
        return new VaultKey(
                name,
                parts[3],
                "https://" + host + "/keys/" + name + "/" + parts[3],
                PublicHalf.of(modulus, exponent),
                KeyThumbprint.of(modulus, exponent),
                KeyThumbprint.ofName(name).orElse(Bytes.of()),
                modulus.bitLength(),
                rsa);
    }

    private static BigInteger number(JsonNode key, String field) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(field).asText("")));
    }

    @Override
    public List<VaultKey> keys() {
        List<VaultKey> keys = new ArrayList<>();
        try {
            String next = address + "/keys?" + API;
            while (!next.isEmpty()) {
                JsonNode page = demand(wire.send(authorized(URI.create(next)).GET(), Codes.READ_NO_ANSWER))
                        .json(Codes.READ_NOT_JSON);
                for (JsonNode item : page.path("value")) {
                    String kid = item.path("kid").asText("");
                    keys.add(read(kid.substring(kid.lastIndexOf('/') + 1)));
                }
                next = page.path("nextLink").asText("");
            }
            return keys;
        } catch (GaveUp e) {
            return List.of();
        }
    }

    @Override
    public KeyVault.Answer<Bytes> wrap(String name, Bytes plain) {
        return answered(
                () -> crypt(name, "wrapkey", plain, Codes.WRAP_NO_ANSWER, Codes.WRAP_NOT_JSON, Codes.WRAP_NO_VALUE));
    }

    @Override
    public KeyVault.Answer<Bytes> unwrap(String name, Bytes wrapped) {
        return answered(() -> crypt(
                name, "unwrapkey", wrapped, Codes.UNWRAP_NO_ANSWER, Codes.UNWRAP_NOT_JSON, Codes.UNWRAP_NO_VALUE));
    }

    private Bytes crypt(String name, String act, Bytes value, int silence, int unreadable, int missing) {
        ObjectNode body = Json.object()
                .put("alg", ALGORITHM)
                .put("value", Base64.getUrlEncoder().withoutPadding().encodeToString(value.toArray()));
        // the empty part between is the newest version
        String versioned = name.indexOf('/') < 0 ? path(name) + "/" : path(name);
        Wire.Said said = ask("POST", "/keys/" + versioned + "/" + act, Optional.of(body), silence);
        String answer = said.json(unreadable).path("value").asText("");
        if (answer.isEmpty()) {
            throw new GaveUp(missing);
        }
        return Bytes.of(Base64.getUrlDecoder().decode(answer));
    }

    @Override
    public KeyVault.Answer<VaultKey> make(String name, int bits) {
        return answered(() -> {
            if (key(name) instanceof KeyVault.Found<VaultKey>) {
                throw new GaveUp(Codes.FAILURE);
            }
            ObjectNode wish = Json.object().put("kty", "RSA").put("key_size", bits);
            Wire.Said said = ask("POST", "/keys/" + path(name) + "/create", Optional.of(wish), Codes.READ_NO_ANSWER);
            return key(said.json(Codes.READ_NOT_JSON).path("key"));
        });
    }

    @Override
    public int delete(String name) {
        try {
            ask("DELETE", "/keys/" + path(name.split("/", 2)[0]), Optional.empty(), Codes.READ_NO_ANSWER);
            return 0;
        } catch (GaveUp e) {
            return e.code();
        }
    }

    private static <T> KeyVault.Answer<T> answered(Supplier<T> asked) {
        try {
            return new KeyVault.Found<>(asked.get());
        } catch (GaveUp e) {
            return new KeyVault.Refused<>(e.code());
        }
    }

    /** A name that holds what no path may is the vault's to refuse. */
    private static String path(String name) {
        return Arrays.stream(name.split("/", 2))
                .map(p -> URLEncoder.encode(p, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private Wire.Said ask(String method, String path, Optional<ObjectNode> body, int silence) {
        HttpRequest.BodyPublisher sent = body.map(b -> HttpRequest.BodyPublishers.ofByteArray(Json.bytes(b)))
                .orElseGet(HttpRequest.BodyPublishers::noBody);
        HttpRequest.Builder request =
                authorized(URI.create(address + path + "?" + API)).method(method, sent);
        body.ifPresent(b -> request.header("Content-Type", "application/json"));
        return demand(wire.send(request, silence));
    }

    private HttpRequest.Builder authorized(URI uri) {
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
    }

    private static Wire.Said demand(Wire.Said said) {
        int code = Codes.of(said.status());
        if (code != 0) {
            throw new GaveUp(code);
        }
        return said;
    }

    @Override
    public String toString() {
        return "session with " + host;
    }
}
