package keyturn.practice.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import keyturn.practice.directory.Caller;
import keyturn.practice.web.Handler;
import keyturn.practice.web.Held;
import keyturn.practice.web.Json;
import keyturn.practice.web.Refusal;
import keyturn.practice.web.Reply;
import keyturn.practice.web.Request;
import keyturn.practice.web.WebDesk;

/** The data plane of one vault. */
final class VaultDoor implements Handler {

    private static final Pattern NAME = Pattern.compile("[0-9a-zA-Z-]{1,127}");
    private static final Pattern VERSION = Pattern.compile("[0-9a-fA-F]{32}|");
    private static final Pattern API = Pattern.compile(
            "2015-06-01|2016-10-01|7\\.[0-6](-preview(\\.\\d)?)?|2025-0[67]-01(-preview)?|2026-\\d\\d-\\d\\d(-preview)?");

    private final Held<Vaults> vaults;
    private final String name;
    private final Guard guard;
    private final KeyActs acts;
    private final Clock clock;
    private final Flow flow;

    VaultDoor(Held<Vaults> vaults, String name, Guard guard, Materials materials, Clock clock) {
        this.vaults = vaults;
        this.name = name;
        this.guard = guard;
        this.acts = new KeyActs(vaults, name, materials, clock);
        this.clock = clock;
        this.flow = new Flow(clock);
    }

    /** A request once it was let in. */
    private record Visit(Request request, Vaults vaults, Vault vault, Caller caller, String base) {
        KeyText text() {
            return new KeyText(base, vault);
        }
    }

    @Override
    public Reply answer(Request request) {
        Vaults now = vaults.now();
        Vault vault = now.vault(name).orElseThrow(() -> Problems.keyNotFound(name));
        Reply reply;
        try {
            reply = answer(request, now, vault);
        } catch (Refusal e) {
            reply = e.reply();
        }
        Reply told = reply.with("x-ms-keyvault-region", vault.site().location())
                .with("x-ms-keyvault-service-version", "1.9.0.0")
                .with("x-ms-keyvault-network-info", "conn_type=Ipv4;addr=127.0.0.1;act_addr_fam=InterNetwork;")
                .with("x-ms-request-id", UUID.randomUUID().toString())
                .with("Cache-Control", "no-cache");
        return request.header("x-ms-client-request-id")
                .map(id -> told.with("x-ms-client-request-id", id))
                .orElse(told);
    }

    private Reply answer(Request request, Vaults now, Vault vault) {
        Caller caller = guard.caller(request, now, vault);
        if (!flow.takes(now.delays().transactions())) {
            throw new Refusal(WebDesk.throttled("vault"));
        }
        String api = request.query("api-version").orElseThrow(() -> Problems.bad("api-version must be specified"));
        if (!API.matcher(api).matches()) {
            throw Problems.bad("The specified version (" + api
                    + ") is not recognized. Consider using the latest supported version (7.6).");
        }
        return routed(new Visit(request, now, vault, caller, base(request, vault)));
    }

    /** As the caller names it, where that is one of this vault's names; so a key's own address leads back here. */
    private static String base(Request request, Vault vault) {
        String host = request.header("host").orElse("").toLowerCase(Locale.ROOT);
        String bare = host.replaceFirst(":\\d{1,5}$", "");
        String own = vault.name().toLowerCase(Locale.ROOT);
        boolean known = bare.equals("127.0.0.1") || bare.equals("localhost") || bare.equals(own + ".vault.azure.net");
        return "https://" + (known ? host : own + ".vault.azure.net");
    }

    private Reply routed(Visit visit) {
        List<String> parts = visit.request().parts();
        return switch (parts.getFirst()) {
            case "keys" ->
                parts.size() == 1 || (parts.size() == 2 && parts.get(1).isEmpty()) ? list(visit) : keys(visit, parts);
            case "deletedkeys" -> deleted(visit, parts);
            case "secrets" -> secret(visit, parts);
            default ->
                throw Problems.bad(
                        "There is no such resource: " + visit.request().path());
        };
    }

    private void demand(Visit visit, Operation operation, String object) {
        guard.demand(visit.caller(), visit.vaults(), visit.vault(), operation, object);
    }

    private Reply secret(Visit visit, List<String> parts) {
        demand(visit, Operation.SECRET, "/secrets/" + (parts.size() > 1 ? parts.get(1) : ""));
        throw Problems.secretNotFound(parts.size() > 1 ? parts.get(1) : "");
    }

    private Reply list(Visit visit) {
        demandMethod(visit, "GET");
        demand(visit, Operation.LIST, "");
        List<ObjectNode> all =
                present(visit.vault()).map(k -> visit.text().item(k)).toList();
        return Paging.page(visit.request(), visit.base(), all);
    }

    private Stream<VaultKey> present(Vault vault) {
        return vault.keys().values().stream()
                .filter(k -> k.removal().isEmpty() && !clock.instant().isBefore(k.back()));
    }

    private static void demandMethod(Visit visit, String method) {
        if (!visit.request().method().equals(method)) {
            throw Problems.method();
        }
    }

    /** {@code /keys/NAME}, {@code /keys/NAME/VERSION}, {@code /keys/NAME[/VERSION]/act}; a version may be empty. */
    private Reply keys(Visit visit, List<String> parts) {
        String key = parts.get(1);
        String method = visit.request().method();
        if (key.equals("restore") && parts.size() == 2 && method.equals("POST")) {
            demand(visit, Operation.RESTORE, "");
            return acts.restore(visit.base(), body(visit));
        }
        String last = parts.size() == 2 ? "" : parts.getLast().toLowerCase(Locale.ROOT);
        boolean versioned = VERSION.matcher(last).matches();
        String version = versioned ? last : parts.size() == 4 ? parts.get(2) : "";
        if (parts.size() > (versioned ? 3 : 4) || !VERSION.matcher(version).matches()) {
            throw Problems.bad("There is no such resource: " + visit.request().path());
        }
        if (!NAME.matcher(key).matches()) {
            throw Problems.bad("The request URI contains an invalid name: " + key);
        }
        return versioned ? plain(visit, key, version) : acted(visit, key, version, last);
    }

    private Reply plain(Visit visit, String key, String version) {
        String object = "/keys/" + key;
        return switch (visit.request().method()) {
            case "GET" -> {
                demand(visit, Operation.GET, object);
                String asked = version.isEmpty() ? key : key + "/" + version;
                VaultKey found = acts.present(visit.vault(), key, asked);
                KeyVersion one = found.version(version).orElseThrow(() -> Problems.keyNotFound(asked));
                yield Reply.json(200, visit.text().bundle(found, one));
            }
            case "PUT" -> {
                demand(visit, Operation.IMPORT, object);
                yield acts.take(visit.base(), key, body(visit));
            }
            case "PATCH" -> {
                demand(visit, Operation.UPDATE, object);
                yield acts.update(visit.base(), key, version, body(visit));
            }
            case "DELETE" -> {
                demand(visit, Operation.DELETE, object);
                yield acts.delete(visit.base(), key);
            }
            default -> throw Problems.method();
        };
    }

    private Reply acted(Visit visit, String key, String version, String act) {
        String object = "/keys/" + key;
        return switch (visit.request().method() + " " + act) {
            case "POST create" -> {
                demand(visit, Operation.CREATE, object);
                yield acts.create(visit.base(), key, body(visit));
            }
            case "POST backup" -> {
                demand(visit, Operation.BACKUP, object);
                yield acts.backup(visit.vault(), key);
            }
            case "POST rotate" -> {
                demand(visit, Operation.ROTATE, object);
                yield acts.rotate(visit.base(), key);
            }
            case "GET versions" -> {
                demand(visit, Operation.LIST, object);
                yield versions(visit, key);
            }
            case "GET rotationpolicy" -> {
                demand(visit, Operation.ROTATION_POLICY, object);
                yield policy(visit, acts.present(visit.vault(), key, key));
            }
            case "POST wrapkey" -> crypto(visit, Operation.WRAP, key, version);
            case "POST unwrapkey" -> crypto(visit, Operation.UNWRAP, key, version);
            case "POST encrypt" -> crypto(visit, Operation.ENCRYPT, key, version);
            case "POST decrypt" -> crypto(visit, Operation.DECRYPT, key, version);
            default ->
                throw Problems.bad("Method " + visit.request().method() + " does not allow operation '" + act + "'");
        };
    }

    private Reply versions(Visit visit, String key) {
        VaultKey found = acts.present(visit.vault(), key, key);
        List<ObjectNode> all =
                found.versions().stream().map(v -> visit.text().item(found, v)).toList();
        return Paging.page(visit.request(), visit.base(), all);
    }

    /** What a key has that nobody gave a policy is a word thirty days before its end. */
    private static Reply policy(Visit visit, VaultKey key) {
        ObjectNode body = Json.object().put("id", visit.base() + "/keys/" + key.name() + "/rotationpolicy");
        ArrayNode actions = body.putArray("lifetimeActions");
        key.turns().ifPresent(after -> action(actions, "Rotate", "timeAfterCreate", after));
        action(actions, "Notify", "timeBeforeExpiry", "P30D");
        body.putObject("attributes");
        return Reply.json(200, body);
    }

    private static void action(ArrayNode actions, String type, String trigger, String period) {
        ObjectNode action = actions.addObject();
        action.putObject("trigger").put(trigger, period);
        action.putObject("action").put("type", type);
    }

    private Reply crypto(Visit visit, Operation operation, String key, String version) {
        demand(visit, operation, "/keys/" + key);
        String asked = version.isEmpty() ? key : key + "/" + version;
        VaultKey found = acts.present(visit.vault(), key, asked);
        KeyVersion one = found.version(version).orElseThrow(() -> Problems.keyNotFound(asked));
        return Crypto.done(
                operation,
                visit.text().kid(found, one),
                one,
                body(visit),
                clock.instant(),
                visit.vaults().unwritten());
    }

    private Reply deleted(Visit visit, List<String> parts) {
        String key = parts.size() > 1 ? parts.get(1) : "";
        String act = parts.size() > 2 ? "/" + parts.get(2).toLowerCase(Locale.ROOT) : "";
        String object = "/keys/" + key;
        return switch (visit.request().method() + act) {
            case "GET", "GET/" -> {
                demand(visit, key.isEmpty() ? Operation.LIST : Operation.GET, key.isEmpty() ? "" : object);
                yield key.isEmpty()
                        ? Paging.page(visit.request(), visit.base(), removed(visit))
                        : Reply.json(200, visit.text().deleted(acts.deleted(visit.vault(), key), true));
            }
            case "POST/recover" -> {
                demand(visit, Operation.RECOVER, object);
                yield acts.recover(visit.base(), key);
            }
            case "DELETE", "DELETE/" -> {
                demand(visit, Operation.PURGE, object);
                yield acts.purge(key);
            }
            default -> throw Problems.method();
        };
    }

    private List<ObjectNode> removed(Visit visit) {
        return visit.vault().keys().values().stream()
                .filter(k -> k.removal()
                        .filter(r -> !clock.instant().isBefore(r.settled())
                                && clock.instant().isBefore(r.purge()))
                        .isPresent())
                .map(k -> visit.text().deleted(k, false))
                .toList();
    }

    private static JsonNode body(Visit visit) {
        return visit.request()
                .json()
                .filter(JsonNode::isObject)
                .orElseThrow(() -> Problems.bad("The request body is no JSON object."));
    }
}
