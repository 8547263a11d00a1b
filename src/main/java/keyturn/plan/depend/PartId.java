package keyturn.plan.depend;

import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.Thumbprint;

/** Which part of the graph is meant. */
public sealed interface PartId {

    PartKind kind();

    /** It could not be read, or not be recognised. */
    default boolean isUnseen() {
        return switch (this) {
            case Unseen unseen -> true;
            case OfProvider seen -> false;
            case OfKey seen -> false;
            case OfMissingKey missing -> false;
            case OfLogin seen -> false;
            case OfCredential seen -> false;
            case OfVault seen -> false;
            case OfVaultKey seen -> false;
            case Others seen -> false;
            case OfDatabase seen -> false;
            case DatabasesOf seen -> false;
        };
    }

    /** A row of {@code sys.cryptographic_providers}. */
    record OfProvider(ProviderName name) implements PartId {
        @Override
        public PartKind kind() {
            return PartKind.PROVIDER;
        }
    }

    /** An asymmetric key of master. */
    record OfKey(AsymmetricKeyName name) implements PartId {
        @Override
        public PartKind kind() {
            return PartKind.KEY;
        }
    }

    /** A key that protects databases and that master does not have. */
    record OfMissingKey(Thumbprint thumbprint) implements PartId {
        @Override
        public PartKind kind() {
            return PartKind.KEY;
        }
    }

    record OfLogin(LoginName name) implements PartId {
        @Override
        public PartKind kind() {
            return PartKind.LOGIN;
        }
    }

    record OfCredential(CredentialName name) implements PartId {
        @Override
        public PartKind kind() {
            return PartKind.CREDENTIAL;
        }
    }

    /** @param host of the vault, or the identity of a credential that names no vault; lower case */
    record OfVault(String host) implements PartId {
        @Override
        public PartKind kind() {
            return PartKind.VAULT;
        }
    }

    /** @param vault the host of its vault */
    record OfVaultKey(String vault, String name) implements PartId {
        @Override
        public PartKind kind() {
            return PartKind.VAULT_KEY;
        }
    }

    /**
     * Parts that nothing on this server uses, too many to show each.
     *
     * @param of where they are: the host of a vault; empty: on the server
     */
    record Others(PartKind kind, String of, int count) implements PartId {}

    /**
     * What there must be, and could not be read or recognised.
     *
     * @param of the key that it belongs to; empty: it is one for all of the server
     */
    record Unseen(PartKind kind, String of) implements PartId {}

    record OfDatabase(DatabaseName name) implements PartId {
        @Override
        public PartKind kind() {
            return PartKind.DATABASE;
        }
    }

    /** All databases that a key protects, where they are too many to show each. */
    record DatabasesOf(PartId key) implements PartId {
        @Override
        public PartKind kind() {
            return PartKind.DATABASE;
        }
    }
}
