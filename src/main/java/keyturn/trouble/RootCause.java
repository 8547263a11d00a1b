package keyturn.trouble;

import java.util.Locale;
import keyturn.domain.Message;

/** What may be wrong. What is known of each is in {@code causes.csv}; its words are in the bundle of this room. */
public enum RootCause {
    SECRET_EXPIRED,
    SECRET_WRONG,
    SECRET_LAYOUT,
    TENANT_WRONG,
    SIGN_IN_REFUSED,
    CLOCK_WRONG,
    RIGHTS_MISSING,
    VAULT_FIREWALL,
    KEY_DISABLED,
    KEY_EXPIRED,
    KEY_DELETED,
    KEY_NAME_WRONG,
    KEY_NAME_INVALID,
    KEY_KIND,
    ALGORITHM_GIVEN,
    KEY_NOT_REGISTERED,
    KEY_REGISTERED_ALREADY,
    OTHER_GENERATION,
    NEWER_VERSION,
    CERTIFICATE_ENCRYPTED,
    VAULT_GONE,
    VAULT_NAME_WRONG,
    OTHER_GEOGRAPHY,
    /** This computer and SQL Server, not SQL Server and the vault. */
    SERVER_UNREACHABLE,
    NO_ROUTE,
    PROXY,
    TLS_INTERCEPTED,
    REVOCATION_BLOCKED,
    SERVICE_DOWN,
    THROTTLED,
    SIGN_IN_DOWN,
    REGISTRY_RIGHTS,
    REGISTRY_CLASH,
    RUNTIME_MISSING,
    FILE_MISSING,
    DLL_REPLACED,
    FILE_RIGHTS,
    SIGNATURE_NOT_TRUSTED,
    OTHER_PRODUCT,
    OTHER_API,
    CONNECTOR_OLD,
    CONNECTOR_DAMAGED,
    START_BEFORE_INSTALL,
    CONNECTOR_CRASHED,
    PROVIDER_INTERNAL,
    OTHER_PROVIDER,
    INSTALL_REBOOT,
    INSTALL_BUSY,
    INSTALL_FAILED,
    INSTALL_CANCELLED,
    INSTALL_OLDER,
    PROVIDER_DISABLED,
    PROVIDER_MISSING,
    PROVIDER_TWICE,
    EKM_OFF,
    EDITION,
    CALLER_WITHOUT_CREDENTIAL,
    LOGIN_WITHOUT_CREDENTIAL,
    LOGIN_DISABLED,
    LOGIN_MISSING,
    CREDENTIAL_TAKEN,
    CREDENTIAL_SECOND,
    CREDENTIAL_IN_USE,
    SECRET_UNREADABLE,
    OTHER_CONTEXT,
    MANAGED_IDENTITY_OFF,
    SCAN_RUNNING,
    SCAN_STOPPED,
    LOG_BACKUP_DUE,
    DATABASE_BUSY,
    DATABASE_NOT_WRITABLE,
    DEK_MISSING,
    DEK_EXISTS,
    DEK_IN_USE,
    DEK_DAMAGED,
    SECONDARY_BEHIND,
    KEY_IN_USE,
    SYSTEM_DATABASE,
    ALREADY_SO,
    OLD_ALGORITHM,
    NOT_EKM,
    LOG_KEY_LOST,
    DATABASE_FILES,
    SEE_FIRST_MESSAGE,
    SEE_CHECKS,
    PERMISSION_MISSING,
    OBJECT_MISSING,
    NAME_TAKEN,
    MEMORY,
    UNSUPPORTED_OPERATION,
    VALUE_TOO_LONG,
    EVENT_SOURCE,
    INFORMATION,
    SECRET_EXPIRING,
    KEY_EXPIRING,
    RESTART_PENDING,
    DATABASE_CLOSED,
    CONNECTOR_UNSUPPORTED;

    /** As the data files, the command line and JSON name it: {@code secret-expired}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is wrong, in a sentence without its full stop. */
    public Message title() {
        return Message.of("trouble.cause." + slug());
    }

    /** What to do against it. */
    public Message fix() {
        return Message.of("trouble.cause." + slug() + ".fix");
    }

    static RootCause of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
