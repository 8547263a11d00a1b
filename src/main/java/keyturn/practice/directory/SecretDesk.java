package keyturn.practice.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import keyturn.practice.web.Held;
import keyturn.practice.web.Json;
import keyturn.practice.web.Reply;
import keyturn.practice.web.Request;

/** Adds secrets to an application and takes them away. */
final class SecretDesk {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final int LENGTH = 40;
    private static final int YEARS = 2;

    private final Held<Directory> directory;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecretDesk(Held<Directory> directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    Reply add(Request request, Tenant tenant, Application application, GraphError errors) {
        JsonNode wanted = request.json().map(j -> j.path("passwordCredential")).orElse(Json.object());
        if (tenant.noSecrets()) {
            throw errors.noSecretsHere();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant from = time(wanted, "startDateTime", errors).orElse(now);
        Instant until = time(wanted, "endDateTime", errors)
                .orElseGet(() -> from.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant());
        if (!until.isAfter(from)) {
            throw errors.bad("The end of the credential's life lies before its start.");
        }
        // a second more or less is the client's clock, not its wish
        Duration life = Duration.between(from, until).minusSeconds(60);
        if (tenant.longest().filter(l -> life.compareTo(l) > 0).isPresent()) {
            throw errors.tooLong();
        }
        ClientSecret secret = directory.change(d -> {
            ClientSecret made = new ClientSecret(
                    UUID.randomUUID().toString(),
                    wanted.path("displayName").asText(""),
                    value(),
                    from,
                    until,
                    clock.instant().plus(d.spread()));
            return new Held.Changed<>(
                    d.with(fresh(d, tenant).with(fresh(d, application).with(made))), made);
        });
        return Reply.json(200, told(secret).put("secretText", secret.value()));
    }

    Reply remove(Request request, Tenant tenant, Application application, GraphError errors) {
        String id = request.json().map(j -> j.path("keyId").asText("")).orElse("");
        directory.change(d -> {
            Application now = fresh(d, application);
            if (now.secrets().stream().noneMatch(s -> s.id().equalsIgnoreCase(id))) {
                throw errors.noSuchSecret();
            }
            return new Held.Changed<>(
                    d.with(fresh(d, tenant).with(now.without(id.toLowerCase(java.util.Locale.ROOT)))), id);
        });
        return Reply.empty(204);
    }

    /** As it is now: two may change it at the same time. */
    private static Tenant fresh(Directory directory, Tenant tenant) {
        return directory.tenant(tenant.id()).orElseThrow();
    }

    private static Application fresh(Directory directory, Application application) {
        return directory.tenants().stream()
                .flatMap(t -> t.applications().stream())
                .filter(a -> a.objectId().equals(application.objectId()))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Instant> time(JsonNode wanted, String name, GraphError errors) {
        JsonNode value = wanted.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(value.asText()).toInstant());
        } catch (DateTimeException e) {
            throw errors.bad(
                    "Cannot convert the literal '" + value.asText() + "' to the expected type 'Edm.DateTimeOffset'.");
        }
    }

    private String value() {
        return random.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }

    /** Without its value, which is shown once. */
    static ObjectNode told(ClientSecret secret) {
        return Json.object()
                .putNull("customKeyIdentifier")
                .put("displayName", secret.name())
                .put("keyId", secret.id())
                .put("startDateTime", secret.from().toString())
                .put("endDateTime", secret.until().toString())
                .put("hint", secret.hint())
                .putNull("secretText");
    }
}
