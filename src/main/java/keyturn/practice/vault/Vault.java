package keyturn.practice.vault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A vault.
 *
 * @param keys by name in small letters, deleted ones too
 * @param deleted since then, recoverable until {@code retentionDays} later
 */
public record Vault(
        String name,
        Site site,
        Settings settings,
        List<AccessPolicy> policies,
        Map<String, VaultKey> keys,
        Instant created,
        Optional<Instant> deleted) {

    public Vault {
        policies = List.copyOf(policies);
        keys = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /**
     * Where it is.
     *
     * @param location as the resource manager writes it: westeurope
     */
    public record Site(String tenant, String subscription, String resourceGroup, String location) {}

    /**
     * How it is set up.
     *
     * @param premium it may hold keys in an HSM
     * @param rbac roles count and the vault's own list does not
     * @param purgeProtection nothing deleted can be purged before its time
     */
    public record Settings(
            boolean premium,
            boolean rbac,
            boolean purgeProtection,
            int retentionDays,
            Firewall firewall,
            Map<String, String> tags) {

        public Settings {
            tags = Map.copyOf(tags);
        }

        public static final Settings STANDARD = new Settings(false, false, false, 90, Firewall.OPEN, Map.of());
    }

    public String id() {
        return "/subscriptions/" + site.subscription() + "/resourceGroups/" + site.resourceGroup()
                + "/providers/Microsoft.KeyVault/vaults/" + name;
    }

    public boolean live() {
        return deleted.isEmpty();
    }

    Optional<VaultKey> key(String key) {
        return Optional.ofNullable(keys.get(key.toLowerCase(Locale.ROOT)));
    }

    public Vault with(VaultKey key) {
        Map<String, VaultKey> now = new LinkedHashMap<>(keys);
        now.put(key.name().toLowerCase(Locale.ROOT), key);
        return new Vault(name, site, settings, policies, now, created, deleted);
    }

    Vault without(String key) {
        Map<String, VaultKey> now = new LinkedHashMap<>(keys);
        now.remove(key.toLowerCase(Locale.ROOT));
        return new Vault(name, site, settings, policies, now, created, deleted);
    }

    public Vault with(Settings now, List<AccessPolicy> list) {
        return new Vault(name, site, now, list, keys, created, deleted);
    }

    /** One policy in place of those of the same principal. */
    public Vault with(AccessPolicy policy) {
        List<AccessPolicy> now = new ArrayList<>(policies);
        now.removeIf(p -> p.objectId().equalsIgnoreCase(policy.objectId()));
        now.add(policy);
        return with(settings, now);
    }

    public Vault deleted(Optional<Instant> at) {
        return new Vault(name, site, settings, policies, keys, created, at);
    }

    /** When it is gone for good. */
    public Instant purge() {
        return deleted.orElse(created).plusSeconds(86_400L * settings.retentionDays());
    }

    String recoveryLevel() {
        String level = settings.purgeProtection() ? "Recoverable" : "Recoverable+Purgeable";
        return settings.retentionDays() < 90 ? "Customized" + level : level;
    }
}
