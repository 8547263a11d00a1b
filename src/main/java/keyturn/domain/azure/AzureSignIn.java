package keyturn.domain.azure;

import java.nio.file.Path;
import java.util.Optional;
import keyturn.domain.Secret;

/** How Keyturn itself signs in to vault, directory and resource manager: one for all of them. */
public sealed interface AzureSignIn {

    /** The application that signs in, where it is one that somebody named. */
    default Optional<ClientId> application() {
        return switch (this) {
            case ClientSecret own -> Optional.of(own.client());
            case ClientCertificate own -> Optional.of(own.client());
            case Interactive person -> Optional.empty();
            case DeviceCode person -> Optional.empty();
            case AzureCli person -> Optional.empty();
            case AzurePowerShell person -> Optional.empty();
            case ManagedIdentity machine -> Optional.empty();
        };
    }

    /** An application with its secret, where it is one. */
    default Optional<ClientSecret> ofSecret() {
        return switch (this) {
            case ClientSecret own -> Optional.of(own);
            case ClientCertificate other -> Optional.empty();
            case Interactive person -> Optional.empty();
            case DeviceCode person -> Optional.empty();
            case AzureCli person -> Optional.empty();
            case AzurePowerShell person -> Optional.empty();
            case ManagedIdentity machine -> Optional.empty();
        };
    }

    /** A person, in the browser of this machine. */
    record Interactive() implements AzureSignIn {}

    /** A person, in any browser, with a code that is shown. */
    record DeviceCode() implements AzureSignIn {}

    /** Anyone who {@code az login} signed in. */
    record AzureCli() implements AzureSignIn {}

    /** Anyone who {@code Connect-AzAccount} signed in. */
    record AzurePowerShell() implements AzureSignIn {}

    /** An application with its secret. */
    record ClientSecret(ClientId client, Secret secret) implements AzureSignIn {}

    /** An application with a certificate and its private key: a PEM file, or a PFX file, which may have a password. */
    record ClientCertificate(ClientId client, Path file, Optional<Secret> password) implements AzureSignIn {}

    /** The identity that Azure gave this machine; with a client id one that was assigned to it. */
    record ManagedIdentity(Optional<ClientId> client) implements AzureSignIn {}
}
