package keyturn.vault;

import com.azure.core.http.HttpHeaders;
import com.azure.core.http.policy.AddHeadersPolicy;
import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.models.CreateRsaKeyOptions;
import com.azure.security.keyvault.keys.models.KeyVaultKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultDoor;
import keyturn.entra.Entra;
import keyturn.entra.Failure;
import keyturn.entra.Patience;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.Outcome;
import keyturn.script.act.VaultAct;

/**
 * Makes a key under a free name. The vault itself would give an existing key a new version, so the name is looked up first; that
 * the key made has but one version shows afterwards that nobody was quicker.
 */
final class KeyCreation {

    /** The tag that tells which run made a key. */
    static final String RUN_TAG = "keyturn-run";

    private static final int NOT_FOUND = 404;

    private final KeyClient looking;
    private final KeyClient acting;
    private final VaultProblems problems;
    private final VaultDoor door;
    private final String runId;

    KeyCreation(Entra entra, VaultDoor door, String runId) {
        var plain = new AddHeadersPolicy(new HttpHeaders());
        this.looking = KeyClients.of(entra, door, Patience.reading()).keys(plain);
        this.acting = KeyClients.of(entra, door, Patience.acting()).keys(plain);
        this.problems = new VaultProblems(door);
        this.door = door;
        this.runId = runId;
    }

    Outcome perform(VaultAct.CreateKey create) {
        long began = System.nanoTime();
        String name = create.name().value();
        int there;
        try {
            there = versions(name);
        } catch (RuntimeException unseen) {
            return new Outcome.NotSent(problems.problem(unseen, VaultAnswer.VERSIONS, name));
        }
        if (there > 0) {
            return new Outcome.NotSent(taken("keyExists", name));
        }
        KeyVaultKey made;
        try {
            made = acting.createRsaKey(options(create));
        } catch (RuntimeException failure) {
            return VaultOutcomes.of(Failure.of(failure), problems.problem(failure, VaultAnswer.CREATE, name));
        }
        return alone(name).orElseGet(() -> done(create, made, began));
    }

    /** Whether it is the only version, nobody knows where that cannot be seen. */
    private Optional<Outcome> alone(String name) {
        try {
            return versions(name) > 1
                    ? Optional.of(VaultOutcomes.refused(taken("keyHasMore", name)))
                    : Optional.empty();
        } catch (RuntimeException unseen) {
            return Optional.of(new Outcome.Unanswered(problems.problem(unseen, VaultAnswer.VERSIONS, name)));
        }
    }

    private static Outcome done(VaultAct.CreateKey create, KeyVaultKey made, long began) {
        var key = new KeyReference(
                new KeyName(made.getName()), Optional.of(made.getProperties().getVersion()));
        String told = Message.of("vault.made", key, create.vault()).text();
        return new Outcome.Done(new Outcome.Answer(
                Duration.ofNanos(System.nanoTime() - began), List.of(DoorMessage.of(told)), List.of()));
    }

    private CreateRsaKeyOptions options(VaultAct.CreateKey create) {
        return new CreateRsaKeyOptions(create.name().value())
                .setKeySize(create.bits())
                .setHardwareProtected(create.hsm())
                .setTags(Map.of(RUN_TAG, runId));
    }

    /** How many versions there are of a name; where the vault does not know it, it says so in either way. */
    private int versions(String name) {
        try {
            return Pages.all(looking.listPropertiesOfKeyVersions(name)).size();
        } catch (RuntimeException failure) {
            if (Failure.of(failure) instanceof Failure.Said said && said.status() == NOT_FOUND) {
                return 0;
            }
            throw failure;
        }
    }

    private Problem taken(String rule, String name) {
        String key = "vault." + rule;
        return new Problem(
                key, Message.of(key, door.address().name(), name), Optional.empty(), Message.of(key + ".next"));
    }
}
