package keyturn.app;

import java.util.List;
import java.util.Optional;
import keyturn.azure.ManagerReader;
import keyturn.directory.GraphReader;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSignIn;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.VaultDoor;
import keyturn.entra.CodePrompt;
import keyturn.entra.Entra;
import keyturn.inspect.AzureReaders;
import keyturn.inspect.DirectoryReader;
import keyturn.inspect.ManagementReader;
import keyturn.inspect.VaultReader;
import keyturn.vault.KeyVaultReader;

/** The adapters behind a target's Azure doors, for reading. */
final class AzureReading implements AzureReaders {

    private final Entra entra;
    private final AzureDoors doors;

    private AzureReading(Entra entra) {
        this.entra = entra;
        this.doors = entra.doors();
    }

    /** @throws Problem.Raised if a certificate cannot be read */
    static AzureReading open(AzureDoors doors, CodePrompt prompt) throws Problem.Raised {
        return new AzureReading(Entra.open(doors, prompt));
    }

    @Override
    public List<VaultDoor> vaults() {
        return doors.vaults();
    }

    @Override
    public VaultReader vault(VaultDoor door) {
        return new KeyVaultReader(entra, door);
    }

    @Override
    public Optional<DirectoryReader> directory() {
        return doors.graph()
                .flatMap(address -> doors.cloud().graph().map(audience -> new GraphReader(entra, address, audience)));
    }

    @Override
    public Optional<ManagementReader> manager() {
        return doors.manager()
                .flatMap(address ->
                        doors.cloud().manager().map(audience -> new ManagerReader(entra, address, audience)));
    }

    @Override
    public Optional<ClientId> application() {
        return doors.application();
    }

    @Override
    public Optional<AzureSignIn.ClientSecret> ownSecret() {
        return doors.signIn().ofSecret();
    }

    @Override
    public Optional<ClientId> signedInAs() {
        return doors.signIn().application();
    }
}
