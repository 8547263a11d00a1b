package keyturn.trouble;

import java.util.Locale;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Permission;

/**
 * A permission that running a flow takes.
 *
 * @param flow its name; {@code plan} for what any plan takes
 * @param permission by its own name
 */
public record FlowPermission(String flow, String permission, Where where) {

    /** Where it is held. */
    public enum Where {
        SERVER,
        MASTER,
        MSDB,
        /** Each database that the flow concerns. */
        DATABASE,
        VAULT,
        DIRECTORY;

        public Message title() {
            return Message.of("trouble.where." + name().toLowerCase(Locale.ROOT));
        }

        static Where of(String slug) {
            return valueOf(slug.toUpperCase(Locale.ROOT));
        }
    }

    /** As SQL Server has it; empty where it is held elsewhere, or in databases that only a plan names. */
    public Optional<Permission> onServer() {
        return switch (where) {
            case SERVER -> Optional.of(Permission.onServer(permission));
            case MASTER -> Optional.of(new Permission(permission, "master"));
            case MSDB -> Optional.of(new Permission(permission, "msdb"));
            case DATABASE, VAULT, DIRECTORY -> Optional.empty();
        };
    }
}
