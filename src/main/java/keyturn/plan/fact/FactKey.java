package keyturn.plan.fact;

import java.util.Comparator;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.LoginName;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;

/**
 * Which fact of which node a plan relies on. Keys are ordered by kind, the many of databases last; {@link FactWords} words
 * them, and the saved plan has its own written form of them.
 */
public sealed interface FactKey extends Comparable<FactKey> {

    NodeName node();

    /** Of the node itself. */
    record OfServer(NodeName node, ServerFact fact) implements FactKey {}

    /** Whether the login that asks holds it. */
    record OfPermission(NodeName node, Permission permission) implements FactKey {}

    /** Of a row of {@code sys.cryptographic_providers}. */
    record OfProvider(NodeName node, ProviderName provider, ProviderFact fact) implements FactKey {}

    /** Whether the file is there. */
    record OfFile(NodeName node, DllPath file) implements FactKey {}

    /** The thumbprint of an asymmetric key of master. */
    record OfKey(NodeName node, AsymmetricKeyName key) implements FactKey {}

    /** Of a login that is made from a key. */
    record OfLogin(NodeName node, LoginName login, LoginFact fact) implements FactKey {}

    /** The identity of a credential for a provider. */
    record OfCredential(NodeName node, CredentialName credential) implements FactKey {}

    /** When the credential was altered last, as the catalog has it, in the server's own time. */
    record OfAlteration(NodeName node, CredentialName credential) implements FactKey {}

    /** The key id of the newest valid secret of an application. */
    record OfNewestSecret(NodeName node, ClientId application) implements FactKey {}

    /** Of a database whose encryption key depends on the provider, or may. */
    record OfDatabase(NodeName node, DatabaseName database, DatabaseFact fact) implements FactKey {}

    /** What is known of a node. */
    enum ServerFact {
        CLUSTERED,
        HADR_ENABLED,
        /** Of an availability group, by which the connection came. */
        LISTENER,
        /** {@code SERVERPROPERTY('ServerName')}. */
        NAME,
        /** {@code @@SERVERNAME}. */
        NODE,
        VERSION,
        EKM_RUNNING,
        /** Whether the databases could be listed. */
        DATABASES,
        /** The login that asks. */
        CALLER_LOGIN,
        /** The credential for the provider that the login which asks is mapped to. */
        CALLER_CREDENTIAL,
        /** The loaded connector is of November 2020 or newer: relied on until the key is open, which is the better test. */
        YOUNG_CONNECTOR,
        /** Whether SQL Server has been started since each credential in question was altered. */
        STARTED_SINCE
    }

    /** What is known of a provider. */
    enum ProviderFact {
        DLL_PATH,
        ENABLED,
        GUID,
        VERSION
    }

    /** What is known of a login. */
    enum LoginFact {
        /** From which it is made. */
        KEY,
        /** That it is mapped to. */
        CREDENTIAL
    }

    /** What is known of a database; its state first, since it explains the others. */
    enum DatabaseFact {
        STATE,
        AVAILABILITY_GROUP,
        /** The number of the encryption state, and whether something is under way. */
        ENCRYPTION,
        LOG_BACKUP_POSSIBLE,
        LOG_SHIPPED,
        MIRRORED,
        /** The thumbprint of what protects its encryption key. */
        PROTECTOR,
        READ_ONLY
    }

    Comparator<FactKey> ORDER = Comparator.comparingInt(FactKey::rank)
            .thenComparing(key -> key.node().value())
            .thenComparing(FactKey::subject)
            .thenComparingInt(FactKey::place);

    @Override
    default int compareTo(FactKey other) {
        return ORDER.compare(this, other);
    }

    /** Of the database that it is about, if it is about one. */
    default Optional<OfDatabase> ofDatabase() {
        return switch (this) {
            case OfDatabase key -> Optional.of(key);
            case OfServer other -> Optional.empty();
            case OfPermission other -> Optional.empty();
            case OfProvider other -> Optional.empty();
            case OfFile other -> Optional.empty();
            case OfKey other -> Optional.empty();
            case OfLogin other -> Optional.empty();
            case OfCredential other -> Optional.empty();
            case OfAlteration other -> Optional.empty();
            case OfNewestSecret other -> Optional.empty();
        };
    }

    /** Of the file that it is about, if it is about one. */
    default Optional<OfFile> ofFile() {
        return switch (this) {
            case OfFile key -> Optional.of(key);
            case OfServer other -> Optional.empty();
            case OfPermission other -> Optional.empty();
            case OfProvider other -> Optional.empty();
            case OfKey other -> Optional.empty();
            case OfLogin other -> Optional.empty();
            case OfCredential other -> Optional.empty();
            case OfAlteration other -> Optional.empty();
            case OfNewestSecret other -> Optional.empty();
            case OfDatabase other -> Optional.empty();
        };
    }

    /** Of the credential whose alteration it is about, if it is about one. */
    default Optional<OfAlteration> ofAlteration() {
        return switch (this) {
            case OfAlteration key -> Optional.of(key);
            case OfServer other -> Optional.empty();
            case OfPermission other -> Optional.empty();
            case OfProvider other -> Optional.empty();
            case OfFile other -> Optional.empty();
            case OfKey other -> Optional.empty();
            case OfLogin other -> Optional.empty();
            case OfCredential other -> Optional.empty();
            case OfNewestSecret other -> Optional.empty();
            case OfDatabase other -> Optional.empty();
        };
    }

    /** The same fact of another node. */
    default FactKey at(NodeName other) {
        return switch (this) {
            case OfServer key -> new OfServer(other, key.fact());
            case OfPermission key -> new OfPermission(other, key.permission());
            case OfProvider key -> new OfProvider(other, key.provider(), key.fact());
            case OfFile key -> new OfFile(other, key.file());
            case OfKey key -> new OfKey(other, key.key());
            case OfLogin key -> new OfLogin(other, key.login(), key.fact());
            case OfCredential key -> new OfCredential(other, key.credential());
            case OfAlteration key -> new OfAlteration(other, key.credential());
            case OfNewestSecret key -> new OfNewestSecret(other, key.application());
            case OfDatabase key -> new OfDatabase(other, key.database(), key.fact());
        };
    }

    /** What the fact is, in the middle of a sentence or at its beginning: a noun. */
    default Message words() {
        return FactWords.of(this);
    }

    private int rank() {
        return switch (this) {
            case OfServer key -> 0;
            case OfPermission key -> 1;
            case OfProvider key -> 2;
            case OfFile key -> 3;
            case OfKey key -> 4;
            case OfLogin key -> 5;
            case OfCredential key -> 6;
            case OfAlteration key -> 7;
            case OfNewestSecret key -> 8;
            case OfDatabase key -> 9;
        };
    }

    private String subject() {
        return switch (this) {
            case OfServer key -> "";
            case OfPermission key ->
                key.permission().securable() + " " + key.permission().name();
            case OfProvider key -> key.provider().value();
            case OfFile key -> key.file().value();
            case OfKey key -> key.key().value();
            case OfLogin key -> key.login().value();
            case OfCredential key -> key.credential().value();
            case OfAlteration key -> key.credential().value();
            case OfNewestSecret key -> key.application().value();
            case OfDatabase key -> key.database().value();
        };
    }

    /** Facts of one thing are told in the order in which their kinds are declared. */
    @SuppressWarnings("EnumOrdinal")
    private int place() {
        return switch (this) {
            case OfServer key -> key.fact().ordinal();
            case OfPermission key -> 0;
            case OfProvider key -> key.fact().ordinal();
            case OfFile key -> 0;
            case OfKey key -> 0;
            case OfLogin key -> key.fact().ordinal();
            case OfCredential key -> 0;
            case OfAlteration key -> 0;
            case OfNewestSecret key -> 0;
            case OfDatabase key -> key.fact().ordinal();
        };
    }
}
