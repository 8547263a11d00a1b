package keyturn.inspect;

import java.util.List;
import java.util.Optional;
import keyturn.domain.azure.AzureSignIn;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.VaultDoor;

/** The open Azure doors of a target, for reading. Nothing is sent before something is asked. */
public interface AzureReaders {

    /** The vaults of the target, in its order. */
    List<VaultDoor> vaults();

    VaultReader vault(VaultDoor door);

    /** Empty in a cloud without one. */
    Optional<DirectoryReader> directory();

    /** Empty in a cloud without one. */
    Optional<ManagementReader> manager();

    /** The application whose secrets matter, where one is known. */
    Optional<ClientId> application();

    /** The application and secret that these doors sign in with; empty where they sign in otherwise. */
    default Optional<AzureSignIn.ClientSecret> ownSecret() {
        return Optional.empty();
    }

    /** The application that these doors sign in as; empty for a person or a managed identity. */
    Optional<ClientId> signedInAs();
}
