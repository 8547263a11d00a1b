package keyturn.practice.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import keyturn.practice.web.Held;
import keyturn.practice.web.Json;
import keyturn.practice.web.Reply;
import keyturn.practice.web.Switch;

/** What changes the keys of one vault. */
final class KeyActs {

    private static final int BACKUP_VERSIONS = 500;

    private final Held<Vaults> vaults;
    private final String name;
    private final Making making;
    private final Clock clock;

    KeyActs(Held<Vaults> vaults, String name, Materials materials, Clock clock) {
        this.vaults = vaults;
        this.name = name;
        this.making = new Making(materials);
        this.clock = clock;
    }

    private Switch.Choice unwritten() {
        return vaults.now().unwritten();
    }

    private Instant now() {
        return clock.instant();
    }

    /** A key that is there: neither deleted nor on its way back. */
    VaultKey present(Vault vault, String key, String asked) {
        return vault.key(key)
                .filter(k -> k.removal().isEmpty() && !now().isBefore(k.back()))
                .orElseThrow(() -> Problems.keyNotFound(asked));
    }

    /** A key that is deleted, and has been long enough for that to be seen. */
    VaultKey deleted(Vault vault, String key) {
        return vault.key(key)
                .filter(k -> k.removal()
                        .filter(r -> !now().isBefore(r.settled()) && now().isBefore(r.purge()))
                        .isPresent())
                .orElseThrow(() -> Problems.deletedKeyNotFound(key));
    }

    private Reply changed(String base, Function<Vault, Held.Changed<Vault, VaultKey>> how) {
        return vaults.change(all -> {
            Vault vault = all.vault(name).orElseThrow(() -> Problems.keyNotFound(name));
            Held.Changed<Vault, VaultKey> after = how.apply(vault);
            VaultKey key = after.result();
            KeyText text = new KeyText(base, after.state());
            Reply reply = key.removal().isPresent()
                    ? Reply.json(200, text.deleted(key, true))
                    : Reply.json(200, text.bundle(key, key.newest()));
            return new Held.Changed<>(all.with(after.state()), reply);
        });
    }

    Reply create(String base, String key, JsonNode body) {
        return changed(base, vault -> {
            demandFree(vault, key);
            return added(vault, key, making.created(vault, body, now()));
        });
    }

    Reply take(String base, String key, JsonNode body) {
        return changed(base, vault -> {
            demandFree(vault, key);
            return added(vault, key, making.imported(vault, body, now()));
        });
    }

    private static Held.Changed<Vault, VaultKey> added(Vault vault, String key, KeyVersion version) {
        VaultKey after =
                vault.key(key).map(k -> k.with(version)).orElseGet(() -> VaultKey.of(key, java.util.List.of(version)));
        return new Held.Changed<>(vault.with(after), after);
    }

    /** A name that a deleted key holds is not free; that a live one has it is no matter: there is a version more. */
    private void demandFree(Vault vault, String key) {
        vault.key(key).flatMap(VaultKey::removal).ifPresent(r -> {
            if (now().isBefore(r.settled())) {
                throw Problems.beingDeleted(key);
            }
            if (now().isBefore(r.purge())) {
                throw Problems.recoverable(key);
            }
        });
    }

    Reply rotate(String base, String key) {
        return changed(base, vault -> added(vault, key, making.rotated(present(vault, key, key), now())));
    }

    Reply update(String base, String key, String version, JsonNode body) {
        KeyWish wish = KeyWish.of(body, unwritten());
        return vaults.change(all -> {
            Vault vault = all.vault(name).orElseThrow(() -> Problems.keyNotFound(key));
            VaultKey before = present(vault, key, key);
            KeyVersion after = before.version(version)
                    .orElseThrow(() -> Problems.keyNotFound(key + "/" + version))
                    .with(wish, now());
            VaultKey changed = before.with(after);
            Vault with = vault.with(changed);
            return new Held.Changed<>(all.with(with), Reply.json(200, new KeyText(base, with).bundle(changed, after)));
        });
    }

    Reply delete(String base, String key) {
        Duration settling = vaults.now().delays().settling();
        return changed(base, vault -> {
            VaultKey before = present(vault, key, key);
            VaultKey after = before.removed(new VaultKey.Removal(
                    now(),
                    now().plus(settling),
                    now().plus(Duration.ofDays(vault.settings().retentionDays()))));
            return new Held.Changed<>(vault.with(after), after);
        });
    }

    Reply recover(String base, String key) {
        Duration settling = vaults.now().delays().settling();
        return changed(base, vault -> {
            VaultKey after = deleted(vault, key).recovered(now().plus(settling));
            return new Held.Changed<>(vault.with(after), after);
        });
    }

    Reply purge(String key) {
        return vaults.change(all -> {
            Vault vault = all.vault(name).orElseThrow(() -> Problems.keyNotFound(key));
            VaultKey gone = deleted(vault, key);
            if (vault.settings().purgeProtection()) {
                throw Problems.purgeProtected(gone.name(), all.unwritten());
            }
            return new Held.Changed<>(all.with(vault.without(key)), Reply.empty(204));
        });
    }

    Reply backup(Vault vault, String key) {
        VaultKey whole = present(vault, key, key);
        if (whole.versions().size() > BACKUP_VERSIONS) {
            throw Problems.bad("The key has more than 500 versions and cannot be backed up.");
        }
        ObjectNode body = Json.object().put("value", Value.text(blob(vault).close(whole)));
        return Reply.json(200, body);
    }

    /** A region that no list knows is a geography of its own. */
    private static Blob blob(Vault vault) {
        String location = vault.site().location();
        return new Blob(vault.site().subscription(), Geographies.of(location).orElse(location));
    }

    Reply restore(String base, JsonNode body) {
        byte[] value = Value.of(body);
        return changed(base, vault -> {
            VaultKey key = opened(vault, value);
            demandFree(vault, key.name());
            if (vault.key(key.name()).filter(k -> k.removal().isEmpty()).isPresent()) {
                throw Problems.restoreConflict(new KeyText(base, vault).kid(key, key.newest()), unwritten());
            }
            return new Held.Changed<>(vault.with(key), key);
        });
    }

    private VaultKey opened(Vault vault, byte[] value) {
        try {
            return blob(vault).open(value);
        } catch (Blob.Sealed e) {
            throw Problems.foreignBackup(unwritten());
        }
    }
}
