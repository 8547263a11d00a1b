package keyturn.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import keyturn.domain.DatabaseName;
import keyturn.domain.azure.Geography;
import keyturn.domain.azure.KeyManifest;
import keyturn.domain.azure.KeyManifest.KeptVersion;
import keyturn.domain.azure.KeyManifest.PublicHalf;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultSite;

/** A manifest as JSON, and back; exported scripts write the same. */
public final class ManifestJson {

    private static final int FORMAT = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ManifestJson() {}

    /** It is no manifest, or one that was written by something newer, or damaged; the message names the field. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String field) {
            super(field);
        }
    }

    public static String write(KeyManifest manifest) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node(manifest)) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same as part of another file. */
    public static ObjectNode node(KeyManifest manifest) {
        ObjectNode root = MAPPER.createObjectNode()
                .put("format", FORMAT)
                .put("vault", manifest.vault().uri())
                .put("name", manifest.name().value())
                .put("subscription", manifest.site().subscription().orElse(""))
                .put("region", manifest.site().region().orElse(""))
                .put(
                        "geography",
                        manifest.site().geography().map(Geography::name).orElse(""))
                .put("takenAt", manifest.takenAt().toString())
                .put("file", manifest.file())
                .put("bytes", manifest.bytes())
                .put("sha256", manifest.sha256());
        ArrayNode needed = root.putArray("neededBy");
        manifest.neededBy().forEach(database -> needed.add(database.value()));
        ArrayNode versions = root.putArray("versions");
        manifest.versions().forEach(version -> write(versions.addObject(), version));
        return root;
    }

    private static void write(ObjectNode written, KeptVersion version) {
        written.put("id", version.id()).put("enabled", version.enabled());
        version.created().ifPresent(at -> written.put("created", at.toString()));
        version.updated().ifPresent(at -> written.put("updated", at.toString()));
        written.put("type", version.type());
        version.half()
                .ifPresent(half -> written.put("modulus", hex(half.modulus())).put("exponent", hex(half.exponent())));
    }

    private static String hex(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return HexFormat.of().formatHex(bytes, from, bytes.length);
    }

    public static KeyManifest read(String text) throws Malformed {
        try {
            return read(MAPPER.readTree(text));
        } catch (JsonProcessingException broken) {
            throw new Malformed("JSON");
        }
    }

    /** The same from a part of another file. */
    public static KeyManifest read(JsonNode root) throws Malformed {
        if (root.path("format").asInt() != FORMAT) {
            throw new Malformed("format");
        }
        List<DatabaseName> needed = new ArrayList<>();
        for (JsonNode database : root.path("neededBy")) {
            needed.add(value("neededBy", database.asText(), DatabaseName::new));
        }
        List<KeptVersion> versions = new ArrayList<>();
        for (JsonNode version : root.path("versions")) {
            versions.add(version(version));
        }
        return new KeyManifest(
                text(root, "vault", VaultAddress::parse),
                text(root, "name", KeyName::new),
                new VaultSite(optional(root, "subscription"), optional(root, "region")),
                text(root, "takenAt", Instant::parse),
                text(root, "file", ManifestJson::fileName),
                root.path("bytes").asLong(),
                text(root, "sha256", Function.identity()),
                needed,
                versions);
    }

    private static KeptVersion version(JsonNode version) throws Malformed {
        Optional<PublicHalf> half = Optional.empty();
        if (version.has("modulus")) {
            half = Optional.of(new PublicHalf(
                    text(version, "modulus", ManifestJson::number), text(version, "exponent", ManifestJson::number)));
        }
        return new KeptVersion(
                text(version, "id", Function.identity()),
                version.path("enabled").asBoolean(),
                time(version, "created"),
                time(version, "updated"),
                text(version, "type", Function.identity()),
                half);
    }

    /** Nothing that leads out of the folder. */
    private static String fileName(String name) {
        if (name.isEmpty() || name.contains("/") || name.contains("\\") || name.contains("..")) {
            throw new IllegalArgumentException(name);
        }
        return name;
    }

    private static BigInteger number(String hex) {
        return new BigInteger(1, HexFormat.of().parseHex(hex));
    }

    private static Optional<Instant> time(JsonNode node, String field) throws Malformed {
        Optional<String> there = optional(node, field);
        return there.isEmpty() ? Optional.empty() : Optional.of(value(field, there.get(), Instant::parse));
    }

    private static Optional<String> optional(JsonNode node, String field) {
        return Optional.of(node.path(field).asText()).filter(text -> !text.isEmpty());
    }

    private static <T> T text(JsonNode node, String field, Function<String, T> reader) throws Malformed {
        if (!node.path(field).isTextual()) {
            throw new Malformed(field);
        }
        return value(field, node.path(field).textValue(), reader);
    }

    private static <T> T value(String field, String text, Function<String, T> reader) throws Malformed {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException refused) {
            throw new Malformed(field);
        }
    }
}
