package keyturn.vault;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.policy.AddHeadersPolicy;
import com.azure.security.keyvault.keys.cryptography.CryptographyClient;
import com.azure.security.keyvault.keys.cryptography.models.KeyWrapAlgorithm;
import com.azure.security.keyvault.keys.models.KeyVaultKey;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSignIn;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.TenantId;
import keyturn.domain.azure.VaultDoor;
import keyturn.entra.Entra;
import keyturn.entra.Failure;
import keyturn.entra.Patience;
import keyturn.run.door.Outcome;

/**
 * Does with a secret what SQL Server's connector will do with it, before SQL Server is touched: a token with this secret and no
 * other, the key, one value wrapped and unwrapped again. Changes nothing.
 */
final class SecretTrial {

    /** What connectors wrap with. */
    private static final KeyWrapAlgorithm ALGORITHM = KeyWrapAlgorithm.RSA_OAEP;

    private static final int VALUE_BYTES = 32;

    private final Entra entra;

    SecretTrial(Entra entra) {
        this.entra = entra;
    }

    /** In this order. */
    enum Part {
        TOKEN,
        GET,
        WRAP,
        UNWRAP
    }

    /**
     * What was tried.
     *
     * @param problem none: it works
     * @param failed what that makes of an act
     */
    record Tried(Part part, Optional<Problem> problem, Optional<Outcome> failed) {}

    /**
     * Stops at the first thing that fails.
     *
     * @param tenant empty: the one that the vault names
     * @param key without a version: its current one
     */
    List<Tried> tryOut(VaultDoor door, Optional<TenantId> tenant, ClientId client, Secret secret, KeyReference key) {
        return tryOut(door, tenant, client, secret, key, false);
    }

    /** @param here the value is encrypted on this machine with the key's public half: a key that has expired wraps nothing */
    List<Tried> tryOut(
            VaultDoor door, Optional<TenantId> tenant, ClientId client, Secret secret, KeyReference key, boolean here) {
        return new Trial(door, new AzureSignIn.ClientSecret(client, secret), tenant, key, here).run();
    }

    /** One go through all parts. */
    private final class Trial {

        private final VaultDoor door;
        private final KeyReference key;
        private final boolean here;
        private final TokenCredential credential;
        private final VaultProblems problems;
        private final List<Tried> tried = new ArrayList<>();
        private final byte[] value = new byte[VALUE_BYTES];
        private byte[] wrapped = {};
        private byte[] unwrapped = {};

        Trial(
                VaultDoor door,
                AzureSignIn.ClientSecret signIn,
                Optional<TenantId> tenant,
                KeyReference key,
                boolean here) {
            AzureDoors doors = entra.doors();
            var as = new AzureDoors(
                    doors.vaults(),
                    signIn,
                    tenant.or(doors::tenant),
                    doors.cloud(),
                    doors.endpoints(),
                    doors.certificate(),
                    doors.application());
            this.door = door;
            this.key = key;
            this.here = here;
            this.credential = entra.tokensFor(door.address().resource(), signIn, as);
            this.problems = new VaultProblems(door);
            new SecureRandom().nextBytes(value);
        }

        List<Tried> run() {
            var wanted = new TokenRequestContext().addScopes(door.address().resource() + "/.default");
            var clients = new KeyClients(entra, door, credential, Patience.reading());
            String name = key.name().value();
            CryptographyClient crypto = clients.cryptography(name, key.version().orElse(""));
            List<KeyVaultKey> got = new ArrayList<>();
            boolean unused = part(Part.TOKEN, VaultAnswer.GET, () -> credential.getTokenSync(wanted))
                    && part(
                            Part.GET,
                            VaultAnswer.GET,
                            () -> got.add(clients.keys(new AddHeadersPolicy(new HttpHeaders()))
                                    .getKey(name, key.version().orElse(""))))
                    && part(
                            Part.WRAP,
                            VaultAnswer.WRAP,
                            () -> wrapped = here
                                    ? encrypted(got.getFirst())
                                    : crypto.wrapKey(ALGORITHM, value).getEncryptedKey())
                    && part(
                            Part.UNWRAP,
                            VaultAnswer.UNWRAP,
                            () -> unwrapped =
                                    crypto.unwrapKey(ALGORITHM, wrapped).getKey())
                    && same();
            return List.copyOf(tried);
        }

        /** As RSA-OAEP does it in the vault. */
        private byte[] encrypted(KeyVaultKey got) {
            try {
                Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
                cipher.init(Cipher.ENCRYPT_MODE, got.getKey().toRsa().getPublic());
                return cipher.doFinal(value);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private boolean part(Part part, VaultAnswer asked, Supplier<?> what) {
            try {
                Object unused = what.get();
                return tried.add(new Tried(part, Optional.empty(), Optional.empty()));
            } catch (RuntimeException failure) {
                Problem problem = problems.problem(failure, asked, key.name().value());
                return failed(part, problem, VaultOutcomes.ofTrial(Failure.of(failure), problem));
            }
        }

        private boolean failed(Part part, Problem problem, Outcome outcome) {
            tried.add(new Tried(part, Optional.of(problem), Optional.of(outcome)));
            return false;
        }

        /** The vault has answered, and with another value than was wrapped. */
        private boolean same() {
            if (MessageDigest.isEqual(value, unwrapped)) {
                return true;
            }
            Problem other = new Problem(
                    "vault.otherValue",
                    Message.of("vault.otherValue"),
                    Optional.empty(),
                    Message.of("vault.otherValue.next"));
            tried.removeLast();
            return failed(Part.UNWRAP, other, VaultOutcomes.refused(other));
        }
    }
}
