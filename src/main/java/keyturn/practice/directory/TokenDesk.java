package keyturn.practice.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import keyturn.practice.web.Held;
import keyturn.practice.web.Json;
import keyturn.practice.web.Refusal;
import keyturn.practice.web.Reply;
import keyturn.practice.web.Request;

/** Gives tokens: for a client secret, for a device's code, for what a person was given to come back with. */
final class TokenDesk {

    private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Set<String> PERSONAL = Set.of("openid", "profile", "offline_access", "email");

    private final Held<Directory> directory;
    private final Tokens tokens;
    private final Clock clock;
    private final BooleanSupplier rejects;
    private final Supplier<String> address;

    TokenDesk(
            Held<Directory> directory, Tokens tokens, Clock clock, BooleanSupplier rejects, Supplier<String> address) {
        this.directory = directory;
        this.tokens = tokens;
        this.clock = clock;
        this.rejects = rejects;
        this.address = address;
    }

    Reply token(Request request, Tenant tenant, SignInError errors) {
        Map<String, String> form = request.form();
        String grant = field(form, "grant_type", errors);
        Application application = application(tenant, field(form, "client_id", errors), errors);
        return switch (grant) {
            case "client_credentials" -> forSecret(form, tenant, application, errors);
            case DEVICE, "device_code" -> forDevice(form, tenant, application, errors);
            case "refresh_token" -> forReturn(form, tenant, application, errors);
            default -> throw errors.grant(grant);
        };
    }

    private static String field(Map<String, String> form, String name, SignInError errors) {
        return Optional.ofNullable(form.get(name)).filter(v -> !v.isEmpty()).orElseThrow(() -> errors.missing(name));
    }

    private static Application application(Tenant tenant, String clientId, SignInError errors) {
        return tenant.application(clientId).orElseThrow(() -> errors.noApplication(clientId, tenant));
    }

    private Reply forSecret(Map<String, String> form, Tenant tenant, Application application, SignInError errors) {
        String secret = form.getOrDefault("client_secret", "");
        if (secret.isEmpty()) {
            throw errors.noSecret();
        }
        check(application, secret, errors);
        String audience = audience(form, tenant, errors);
        ObjectNode body = Json.object()
                .put("token_type", "Bearer")
                .put("expires_in", Tokens.LIFE.toSeconds() - 1)
                .put("ext_expires_in", Tokens.LIFE.toSeconds() - 1)
                .put("access_token", tokens.access(tenant, application, Optional.empty(), audience));
        return Reply.json(200, body);
    }

    private void check(Application application, String secret, SignInError errors) {
        Instant now = clock.instant();
        List<ClientSecret> same = application.secrets().stream()
                .filter(s -> MessageDigest.isEqual(bytes(s.value()), bytes(secret)))
                .filter(s -> !now.isBefore(s.spread()) && !now.isBefore(s.from()))
                .toList();
        if (same.isEmpty() || rejects.getAsBoolean()) {
            throw errors.wrongSecret(application.clientId());
        }
        if (same.stream().allMatch(s -> !now.isBefore(s.until()))) {
            throw errors.expiredSecret(application.clientId());
        }
        same.stream().filter(s -> now.isBefore(s.until())).forEach(tokens::signedIn);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What the token is for: the scope's resource, or the resource itself as older clients name it. */
    private static String audience(Map<String, String> form, Tenant tenant, SignInError errors) {
        String scope = form.getOrDefault("scope", "");
        String wanted = Arrays.stream(scope.split(" "))
                .filter(s -> !s.isEmpty() && !PERSONAL.contains(s))
                .findFirst()
                .orElseGet(() -> form.getOrDefault("resource", ""));
        if (wanted.isEmpty()) {
            throw errors.missing("scope");
        }
        if (form.containsKey("scope") && !wanted.endsWith("/.default") && !wanted.endsWith("/user_impersonation")) {
            throw errors.scope(scope);
        }
        String resource =
                wanted.replaceFirst("/+(\\.default|user_impersonation)$", "").replaceFirst("/+$", "");
        if (!LoginDoor.RESOURCES.contains(resource)) {
            throw errors.noResource(resource, tenant);
        }
        return resource;
    }

    private Reply forDevice(Map<String, String> form, Tenant tenant, Application application, SignInError errors) {
        String code = field(form, form.containsKey("device_code") ? "device_code" : "code", errors);
        DeviceCode waiting = directory.now().waiting().stream()
                .filter(w -> w.code().equals(code) && w.clientId().equalsIgnoreCase(application.clientId()))
                .findFirst()
                .orElseThrow(errors::badCode);
        if (!clock.instant().isBefore(waiting.until())) {
            throw errors.codeExpired();
        }
        if (waiting.declined()) {
            throw errors.declined();
        }
        Person person = person(tenant, waiting.person().orElseThrow(errors::pending), errors);
        directory.change(d -> new Held.Changed<>(d.without(code), code));
        return personal(tenant, application, person, Map.of("scope", waiting.scope()), errors);
    }

    private Reply forReturn(Map<String, String> form, Tenant tenant, Application application, SignInError errors) {
        Caller caller;
        try {
            caller = tokens.caller(field(form, "refresh_token", errors));
        } catch (Tokens.BadToken e) {
            throw errors.badGrant();
        }
        if (!caller.audience().equals(tenant.id()) || !caller.clientId().equals(application.clientId())) {
            throw errors.badGrant();
        }
        return personal(tenant, application, person(tenant, caller.objectId(), errors), form, errors);
    }

    private static Person person(Tenant tenant, String id, SignInError errors) {
        return tenant.people().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow((Supplier<Refusal>) errors::badGrant);
    }

    private Reply personal(
            Tenant tenant, Application application, Person person, Map<String, String> form, SignInError errors) {
        Optional<Person> who = Optional.of(person);
        String audience = audience(form, tenant, errors);
        ObjectNode about = Json.object().put("uid", person.id()).put("utid", tenant.id());
        ObjectNode body = Json.object()
                .put("token_type", "Bearer")
                .put("scope", form.get("scope"))
                .put("expires_in", Tokens.LIFE.toSeconds() - 1)
                .put("ext_expires_in", Tokens.LIFE.toSeconds() - 1)
                .put("access_token", tokens.access(tenant, application, who, audience))
                .put("refresh_token", tokens.access(tenant, application, who, tenant.id()))
                .put("id_token", tokens.identity(tenant, application, person, address.get()))
                .put("client_info", Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(about)));
        return Reply.json(200, body);
    }
}
