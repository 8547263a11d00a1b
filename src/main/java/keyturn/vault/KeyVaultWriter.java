package keyturn.vault;

import com.azure.core.http.HttpHeaders;
import com.azure.core.http.policy.AddHeadersPolicy;
import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.models.CreateRsaKeyOptions;
import com.azure.security.keyvault.keys.models.KeyVaultKey;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultDoor;
import keyturn.domain.azure.VaultSight;
import keyturn.entra.Entra;
import keyturn.entra.Patience;
import keyturn.inspect.Told;
import keyturn.run.door.AzureAccess;

/** Writes to a vault, for a run. */
public final class KeyVaultWriter implements AzureAccess.VaultWriter {

    /** The tag that tells which run made a key. */
    static final String RUN_TAG = "keyturn-run";

    private final KeyClient client;
    private final KeyVaultReader reader;
    private final VaultProblems problems;
    private final VaultDoor door;
    private final String runId;

    /** Sends nothing yet. */
    public KeyVaultWriter(Entra entra, VaultDoor door, String runId) {
        this.client = KeyClients.of(entra, door, Patience.acting()).keys(new AddHeadersPolicy(new HttpHeaders()));
        this.reader = new KeyVaultReader(entra, door);
        this.problems = new VaultProblems(door);
        this.door = door;
        this.runId = runId;
    }

    /**
     * The vault itself would give an existing key a new version, so the name is looked up first; that the key made has but one
     * version shows afterwards that nobody was quicker.
     */
    @Override
    public KeyReference create(AzureAccess.NewKey key) throws Problem.Raised {
        String name = key.name().value();
        if (!versions(name).isEmpty()) {
            throw taken(name);
        }
        KeyReference made = act(VaultAnswer.CREATE, name, keys -> reference(keys.createRsaKey(options(key))));
        if (versions(name).size() > 1) {
            throw taken(name);
        }
        return made;
    }

    private CreateRsaKeyOptions options(AzureAccess.NewKey key) {
        Map<String, String> tags = new HashMap<>(key.tags());
        tags.put(RUN_TAG, runId);
        var options = new CreateRsaKeyOptions(key.name().value())
                .setKeySize(key.bits())
                .setHardwareProtected(key.hsm())
                .setTags(tags);
        key.expires().ifPresent(end -> options.setExpiresOn(end.atOffset(ZoneOffset.UTC)));
        return options;
    }

    @Override
    public byte[] backup(KeyName name) throws Problem.Raised {
        return act(VaultAnswer.BACKUP, name.value(), keys -> keys.backupKey(name.value()));
    }

    @Override
    public KeyReference restore(byte[] backup) throws Problem.Raised {
        return act(VaultAnswer.RESTORE, "", keys -> reference(keys.restoreKeyBackup(backup)));
    }

    @Override
    public void recover(KeyName name) throws Problem.Raised {
        act(
                VaultAnswer.RECOVER,
                name.value(),
                keys -> keys.beginRecoverDeletedKey(name.value())
                        .poll()
                        .getStatus()
                        .toString());
    }

    /** Of a name that the vault does not know, none: it says so in either way. */
    private List<VaultSight.Version> versions(String name) throws Problem.Raised {
        return switch (reader.versions(name)) {
            case Told.Answered<List<VaultSight.Version>> answered -> answered.content();
            case Told.Forbidden<List<VaultSight.Version>> forbidden -> throw new Problem.Raised(forbidden.problem());
            case Told.Failed<List<VaultSight.Version>> failed -> {
                if (failed.problem().code().startsWith("vault.404")) {
                    yield List.of();
                }
                throw new Problem.Raised(failed.problem());
            }
        };
    }

    private static KeyReference reference(KeyVaultKey key) {
        return new KeyReference(
                new KeyName(key.getName()), Optional.of(key.getProperties().getVersion()));
    }

    private Problem.Raised taken(String name) {
        return new Problem.Raised(new Problem(
                "vault.key-exists",
                Message.of("vault.keyExists", door.address().name(), name),
                Optional.empty(),
                Message.of("vault.keyExists.next")));
    }

    private <T> T act(VaultAnswer what, String about, Function<KeyClient, T> act) throws Problem.Raised {
        try {
            return act.apply(client);
        } catch (RuntimeException failure) {
            throw new Problem.Raised(problems.problem(failure, what, about));
        }
    }
}
