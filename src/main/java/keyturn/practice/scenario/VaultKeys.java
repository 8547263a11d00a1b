package keyturn.practice.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.vault.KeyMaterial;
import keyturn.practice.vault.KeyVersion;
import keyturn.practice.vault.Materials;
import keyturn.practice.vault.Vault;
import keyturn.practice.vault.VaultKey;

/** The keys of the server's vault, while a file is read. Ids of versions follow from names, so they are the same each time. */
final class VaultKeys {

    private static final Duration AGE = Duration.ofDays(390);
    private static final int ID = 16;

    private final String vault;
    private final Materials materials;
    private final Instant now;
    private final Map<String, List<KeyVersion>> versions = new LinkedHashMap<>();
    private final Map<String, String> turns = new HashMap<>();
    private final Set<String> deleted = new HashSet<>();

    VaultKeys(String vault, Materials materials, Instant now) {
        this.vault = vault;
        this.materials = materials;
        this.now = now;
    }

    /** A version for a key of the server. */
    ServerKey.Registered used(ServerKey key) {
        KeyVersion version = version(key.keyName(), materials.rsa(key.bits()))
                .enabled(!key.condition().equals(ServerKey.DISABLED));
        add(key.keyName(), version, key.condition().equals(ServerKey.GONE));
        String uri = "https://" + vault + ".vault.azure.net/keys/" + key.keyName() + "/" + version.id();
        return new ServerKey.Registered(key, version, uri);
    }

    /** Another version, or another key. */
    void more(String name, int bits) {
        more(name, bits, "RSA", Optional.empty(), false);
    }

    /** @param life after which it expires; empty: never */
    void more(String name, int bits, String type, Optional<Duration> life, boolean gone) {
        KeyVersion made = version(name, type.equals("EC") ? Materials.curve(bits) : materials.rsa(bits));
        add(name, made.like(type.endsWith("-HSM"), life.map(now::plus)), gone);
    }

    /** The vault makes new versions of it by itself, after that time each. */
    void turning(String name, String after) {
        turns.put(name, after);
    }

    private void add(String name, KeyVersion version, boolean gone) {
        versions.computeIfAbsent(name, n -> new ArrayList<>()).add(version);
        if (gone) {
            deleted.add(name);
        }
    }

    private KeyVersion version(String key, KeyMaterial material) {
        int number = versions.getOrDefault(key, List.of()).size() + 1;
        // a newer one is younger by a day at least
        return KeyVersion.plain(id(vault + "/" + key + "/" + number), material, now.minus(AGE.dividedBy(number)));
    }

    private static String id(String what) {
        return HexFormat.of().formatHex(Digests.sha1(what), 0, ID);
    }

    /** With all of them; what is deleted was so yesterday. */
    Vault filled(Vault empty) {
        Instant yesterday = now.minus(Duration.ofDays(1));
        Instant end = yesterday.plus(Duration.ofDays(empty.settings().retentionDays()));
        Vault filled = empty;
        for (Map.Entry<String, List<KeyVersion>> key : versions.entrySet()) {
            VaultKey whole =
                    VaultKey.of(key.getKey(), key.getValue()).turning(Optional.ofNullable(turns.get(key.getKey())));
            filled = filled.with(
                    deleted.contains(key.getKey())
                            ? whole.removed(new VaultKey.Removal(yesterday, yesterday, end))
                            : whole);
        }
        return filled;
    }
}
