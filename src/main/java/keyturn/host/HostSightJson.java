package keyturn.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import keyturn.domain.host.FileHash;
import keyturn.domain.host.HostSight;
import keyturn.domain.host.ProductCode;
import keyturn.domain.host.ServiceName;
import keyturn.domain.host.StartType;

/** From the answer of {@code look-host} to what was seen. */
final class HostSightJson {

    private static final String DAY = "\\d{8}";
    private static final Map<String, StartType> START_MODES =
            Map.of("Auto", StartType.AUTOMATIC, "Manual", StartType.MANUAL, "Disabled", StartType.DISABLED);

    private HostSightJson() {}

    /** @throws RuntimeException of one of the values, where it is none */
    static HostSight read(JsonNode answer) {
        return new HostSight(
                text(answer, "computer"),
                all(answer, "services", HostSightJson::service),
                all(answer, "programs", HostSightJson::program),
                all(answer, "files", HostSightJson::file),
                answer.hasNonNull("registry") ? Optional.of(registry(answer.path("registry"))) : Optional.empty(),
                all(answer, "runtimes", one -> new HostSight.VisualCpp(text(one, "family"), text(one, "version"))),
                answer.hasNonNull("dotNet") ? Optional.of(answer.path("dotNet").asInt()) : Optional.empty(),
                all(answer, "pending", JsonNode::asText),
                all(answer, "events", HostSightJson::event));
    }

    private static HostSight.Service service(JsonNode one) {
        return new HostSight.Service(
                new ServiceName(text(one, "name")),
                text(one, "displayName"),
                text(one, "state"),
                Optional.ofNullable(START_MODES.get(text(one, "startMode"))),
                text(one, "account"),
                all(
                        one,
                        "dependents",
                        each -> new HostSight.Dependent(new ServiceName(text(each, "name")), text(each, "state"))),
                all(one, "modules", JsonNode::asText));
    }

    private static HostSight.Program program(JsonNode one) {
        return new HostSight.Program(
                text(one, "name"),
                text(one, "version"),
                new ProductCode(text(one, "productCode")),
                optional(one, "installed")
                        .filter(day -> day.matches(DAY))
                        .map(day -> LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE)));
    }

    private static HostSight.File file(JsonNode one) {
        return new HostSight.File(
                text(one, "path"),
                text(one, "version"),
                Instant.parse(text(one, "date")),
                one.path("bytes").asLong(),
                new FileHash(text(one, "sha256")),
                text(one, "signature"),
                optional(one, "signer"),
                flag(one, "readable"));
    }

    private static HostSight.Registry registry(JsonNode one) {
        List<HostSight.KeyUri> uris = all(one, "keys", Function.<JsonNode>identity()).stream()
                .flatMap(key -> StreamSupport.stream(key.path("values").spliterator(), false)
                        .filter(value -> text(value, "name").equals("KeyUri"))
                        .map(value -> new HostSight.KeyUri(
                                key.path("names")
                                        .path(key.path("names").size() - 1)
                                        .asText(),
                                text(value, "value"))))
                .toList();
        return new HostSight.Registry(text(one, "sddl"), flag(one, "writable"), uris);
    }

    private static HostSight.Event event(JsonNode one) {
        return new HostSight.Event(
                Instant.parse(text(one, "at")), one.path("id").asInt(), text(one, "level"), text(one, "message"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static Optional<String> optional(JsonNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(text(node, field)) : Optional.empty();
    }

    private static Optional<Boolean> flag(JsonNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(node.path(field).asBoolean()) : Optional.empty();
    }

    private static <T> List<T> all(JsonNode node, String field, Function<JsonNode, T> read) {
        return StreamSupport.stream(node.path(field).spliterator(), false)
                .map(read)
                .toList();
    }
}
