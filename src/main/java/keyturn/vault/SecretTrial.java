package keyturn.vault;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.policy.AddHeadersPolicy;
import com.azure.security.keyvault.keys.cryptography.CryptographyClient;
import com.azure.security.keyvault.keys.cryptography.models.KeyWrapAlgorithm;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import keyturn.domain.Message;
import keyturn.domain.Secret;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSignIn;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.TenantId;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultDoor;
import keyturn.entra.Entra;
import keyturn.entra.Patience;
import keyturn.inspect.CredentialTest;

/** Does with a secret what a connector will do with it. */
public final class SecretTrial implements CredentialTest {

    /** What connectors wrap with. */
    private static final KeyWrapAlgorithm ALGORITHM = KeyWrapAlgorithm.RSA_OAEP;

    private static final int VALUE_BYTES = 32;

    private final Entra entra;

    public SecretTrial(Entra entra) {
        this.entra = entra;
    }

    @Override
    public List<Tried> tryOut(
            VaultAddress vault, Optional<TenantId> tenant, ClientId client, Secret secret, KeyReference key) {
        VaultDoor door = entra.doors().vaults().stream()
                .filter(each -> each.address().equals(vault))
                .findFirst()
                .orElseGet(() -> new VaultDoor(vault, Optional.empty()));
        return new Trial(door, new AzureSignIn.ClientSecret(client, secret), tenant, key).run();
    }

    /** One go through all parts. */
    private final class Trial {

        private final VaultDoor door;
        private final KeyReference key;
        private final TokenCredential credential;
        private final VaultProblems problems;
        private final List<Tried> tried = new ArrayList<>();
        private final byte[] value = new byte[VALUE_BYTES];
        private byte[] wrapped = {};

        Trial(VaultDoor door, AzureSignIn.ClientSecret signIn, Optional<TenantId> tenant, KeyReference key) {
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
            this.credential = entra.tokensFor(door.address().resource(), signIn, as);
            this.problems = new VaultProblems(door);
            new SecureRandom().nextBytes(value);
        }

        List<Tried> run() {
            var wanted = new TokenRequestContext().addScopes(door.address().resource() + "/.default");
            var clients = new KeyClients(entra, door, credential, Patience.reading());
            String name = key.name().value();
            CryptographyClient crypto = clients.cryptography(name, key.version().orElse(""));
            boolean unused = part(Part.TOKEN, VaultAnswer.GET, () -> credential.getTokenSync(wanted))
                    && part(
                            Part.GET,
                            VaultAnswer.GET,
                            () -> clients.keys(new AddHeadersPolicy(new HttpHeaders()))
                                    .getKey(name, key.version().orElse("")))
                    && part(
                            Part.WRAP,
                            VaultAnswer.WRAP,
                            () -> wrapped = crypto.wrapKey(ALGORITHM, value).getEncryptedKey())
                    && part(
                            Part.UNWRAP,
                            VaultAnswer.UNWRAP,
                            () -> same(crypto.unwrapKey(ALGORITHM, wrapped).getKey()));
            return List.copyOf(tried);
        }

        private boolean part(Part part, VaultAnswer asked, Supplier<?> what) {
            try {
                Object unused = what.get();
                return tried.add(new Tried(part, Optional.empty()));
            } catch (RuntimeException failure) {
                tried.add(new Tried(
                        part,
                        Optional.of(problems.problem(failure, asked, key.name().value()))));
                return false;
            }
        }

        private boolean same(byte[] unwrapped) {
            if (!MessageDigest.isEqual(value, unwrapped)) {
                throw new IllegalStateException(Message.of("vault.otherValue").text());
            }
            return true;
        }
    }
}
