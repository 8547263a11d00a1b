package keyturn.practice.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import keyturn.practice.vault.AccessPolicy;
import keyturn.practice.vault.Geographies;
import keyturn.practice.vault.Vault;
import keyturn.practice.vault.Vaults;
import keyturn.practice.web.Held;
import keyturn.practice.web.Json;
import keyturn.practice.web.Reply;

/** Vaults as resources: read, made, changed, deleted. */
final class VaultResources {

    private static final Pattern NAME = Pattern.compile("(?!.*--)[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]");
    /** Each has a port and threads of this machine; Azure itself knows no such bound. */
    private static final int MOST = 100;

    private final Held<Vaults> vaults;
    private final VaultText text;
    private final Clock clock;

    VaultResources(Held<Vaults> vaults, VaultText text, Clock clock) {
        this.vaults = vaults;
        this.text = text;
        this.clock = clock;
    }

    /** Where a resource is. */
    record Place(Azure.Subscription subscription, Azure.Group group) {
        String id(String vault) {
            return "/subscriptions/" + subscription.id() + "/resourceGroups/" + group.name()
                    + "/providers/Microsoft.KeyVault/vaults/" + vault;
        }

        boolean holds(Vault vault) {
            return vault.live()
                    && vault.site().subscription().equalsIgnoreCase(subscription.id())
                    && vault.site().resourceGroup().equalsIgnoreCase(group.name());
        }
    }

    /** @param group empty: all of the subscription */
    Reply list(Visit visit, Azure.Subscription subscription, String group) {
        ArrayNode value = Json.array();
        visit.vaults().vaults().values().stream()
                .filter(v -> v.live() && v.site().subscription().equalsIgnoreCase(subscription.id()))
                .filter(v -> group.isEmpty() || v.site().resourceGroup().equalsIgnoreCase(group))
                .filter(v -> visit.may("Microsoft.KeyVault/vaults/read", v.id()))
                .forEach(v -> value.add(
                        visit.request()
                                        .path()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .endsWith("/resources")
                                ? text.head(v)
                                : text.told(v)));
        return AzureDoor.list(value);
    }

    Reply one(Visit visit, Place place, String name) {
        String method = visit.request().method();
        String act = method.equals("GET") ? "read" : method.equals("DELETE") ? "delete" : "write";
        visit.demand("Microsoft.KeyVault/vaults/" + act, place.id(name));
        return switch (method) {
            case "GET" -> Reply.json(200, text.told(present(visit.vaults(), place, name)));
            case "PUT" -> put(visit, place, name);
            case "PATCH" -> patch(visit, place, name);
            default -> delete(place, name);
        };
    }

    private static Vault present(Vaults all, Place place, String name) {
        return all.vault(name)
                .filter(place::holds)
                .orElseThrow(() -> ArmError.noVault(name, place.group().name()));
    }

    private Reply put(Visit visit, Place place, String name) {
        JsonNode body = visit.body();
        JsonNode properties = body.path("properties");
        if (!NAME.matcher(name).matches()) {
            throw ArmError.error(
                    400,
                    "VaultNameNotValid",
                    "The vault name '" + name
                            + "' is invalid. A vault's name must be between 3-24 alphanumeric characters."
                            + " The name must begin with a letter, end with a letter or digit, and not contain consecutive"
                            + " hyphens.");
        }
        Optional<Vault> before = visit.vaults().vault(name);
        boolean recover = properties.path("createMode").asText("").equalsIgnoreCase("recover");
        if (before.filter(v -> !v.live()).isPresent()) {
            return recover ? recovered(visit, place, name) : taken(name, true);
        }
        if (before.filter(v -> !place.holds(v)).isPresent()) {
            return taken(name, false);
        }
        Vault made = vaults.change(all -> {
            Vault base = all.vault(name).orElseGet(() -> fresh(visit, place, name, body));
            Vault now = base.with(VaultWish.settings(base.settings(), body), VaultWish.policies(properties));
            return new Held.Changed<>(all.with(now), now);
        });
        return shown(made, before.isEmpty());
    }

    /** A vault that was just made says that its name is on its way into DNS. */
    private Reply shown(Vault vault, boolean fresh) {
        var told = text.told(vault);
        if (fresh) {
            ((com.fasterxml.jackson.databind.node.ObjectNode) told.path("properties"))
                    .put("provisioningState", "RegisteringDns");
        }
        return Reply.json(200, told);
    }

    private static Reply taken(String name, boolean deleted) {
        throw deleted
                ? ArmError.error(
                        409,
                        "ConflictError",
                        "A vault with the same name already exists in deleted state. You need to either recover or purge"
                                + " existing key vault. Follow this link https://go.microsoft.com/fwlink/?linkid=2149745 for"
                                + " more information on soft delete.")
                : ArmError.error(
                        409,
                        "VaultAlreadyExists",
                        "The vault name '" + name
                                + "' is already in use. Vault names are globally unique so it is possible"
                                + " that the name is already taken. If you are sure that the vault name was not taken then it"
                                + " is possible that a vault with the same name was recently deleted but not purged after"
                                + " being placed in a recoverable state.");
    }

    /** A vault whose request does not say otherwise is one of roles, not of access policies. */
    private Vault fresh(Visit visit, Place place, String name, JsonNode body) {
        if (visit.vaults().vaults().size() >= MOST) {
            throw ArmError.error(409, "QuotaExceeded", "The practice range holds at most " + MOST + " vaults.");
        }
        String location = Geographies.location(body.path("location").asText(""));
        if (Geographies.of(location).isEmpty()) {
            throw ArmError.error(
                    400,
                    "LocationNotAvailableForResourceType",
                    "The provided location '" + location
                            + "' is not available for resource type 'Microsoft.KeyVault/vaults'.");
        }
        String tenant = body.path("properties").path("tenantId").asText("");
        if (!tenant.equalsIgnoreCase(visit.caller().tenant())) {
            throw ArmError.error(400, "BadRequest", "An invalid value was provided for 'tenantId'.");
        }
        Vault.Settings standard = Vault.Settings.STANDARD;
        return new Vault(
                name,
                new Vault.Site(
                        visit.caller().tenant(),
                        place.subscription().id(),
                        place.group().name(),
                        location),
                new Vault.Settings(false, true, false, standard.retentionDays(), standard.firewall(), standard.tags()),
                List.of(),
                Map.of(),
                clock.instant(),
                Optional.empty());
    }

    /** Keys and policies come back, roles do not: they went when it was deleted. */
    private Reply recovered(Visit visit, Place place, String name) {
        Vault found = visit.vaults()
                .vault(name)
                .filter(v -> v.site()
                        .subscription()
                        .equalsIgnoreCase(place.subscription().id()))
                .orElseThrow(() -> ArmError.noVault(name, place.group().name()));
        Vault back = vaults.change(all -> {
            Vault now = found.deleted(Optional.empty());
            return new Held.Changed<>(all.with(now), now);
        });
        return shown(back, false);
    }

    private Reply patch(Visit visit, Place place, String name) {
        JsonNode body = visit.body();
        Vault changed = vaults.change(all -> {
            Vault before = present(all, place, name);
            List<AccessPolicy> list = body.path("properties").has("accessPolicies")
                    ? VaultWish.policies(body.path("properties"))
                    : before.policies();
            Vault now = before.with(VaultWish.settings(before.settings(), body), list);
            return new Held.Changed<>(all.with(now), now);
        });
        return Reply.json(200, text.told(changed));
    }

    private Reply delete(Place place, String name) {
        return vaults.change(all -> {
            Optional<Vault> before = all.vault(name).filter(place::holds);
            if (before.isEmpty()) {
                return new Held.Changed<>(all, Reply.empty(204));
            }
            Vault gone = before.get().deleted(Optional.of(clock.instant()));
            return new Held.Changed<>(all.with(gone).withoutRolesUnder(gone.id()), Reply.empty(200));
        });
    }

    Reply policies(Visit visit, Place place, String name, String how) {
        visit.demand("Microsoft.KeyVault/vaults/accessPolicies/write", place.id(name));
        List<AccessPolicy> given = VaultWish.policies(visit.body().path("properties"));
        Vault changed = vaults.change(all -> {
            Vault now = present(all, place, name);
            for (AccessPolicy each : given) {
                now = switch (how) {
                    case "add" -> now.with(merged(now, each));
                    case "replace" -> now.with(each);
                    case "remove" ->
                        now.with(
                                now.settings(),
                                now.policies().stream()
                                        .filter(p -> !p.objectId().equalsIgnoreCase(each.objectId()))
                                        .toList());
                    default -> throw ArmError.noRoute(visit.request().path());
                };
            }
            return new Held.Changed<>(all.with(now), now);
        });
        var told = Json.object()
                .put("id", changed.id() + "/accessPolicies/")
                .put("type", "Microsoft.KeyVault/vaults/accessPolicies");
        ArrayNode list = told.putObject("properties").putArray("accessPolicies");
        changed.policies().forEach(p -> list.add(VaultText.told(p)));
        return Reply.json(200, told);
    }

    private static AccessPolicy merged(Vault vault, AccessPolicy more) {
        return vault.policies().stream()
                .filter(p -> p.objectId().equalsIgnoreCase(more.objectId()))
                .findFirst()
                .map(p -> new AccessPolicy(
                        p.tenant(),
                        p.objectId(),
                        both(p.keys(), more.keys()),
                        both(p.secrets(), more.secrets()),
                        both(p.certificates(), more.certificates())))
                .orElse(more);
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    Reply available(Visit visit, Azure.Subscription subscription) {
        String name = visit.body().path("name").asText("");
        boolean valid = NAME.matcher(name).matches();
        boolean free = valid && visit.vaults().vault(name).isEmpty();
        var body = Json.object().put("nameAvailable", free);
        if (!free) {
            body.put("reason", valid ? "AlreadyExists" : "AccountNameInvalid")
                    .put("message", "The vault name '" + name + "' cannot be used.");
        }
        return Reply.json(200, body);
    }
}
