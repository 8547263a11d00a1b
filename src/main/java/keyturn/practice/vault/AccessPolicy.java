package keyturn.practice.vault;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a vault's own list lets somebody do; words are compared without regard to case. */
public record AccessPolicy(
        String tenant, String objectId, Set<String> keys, Set<String> secrets, Set<String> certificates) {

    /** All that the portal's "select all" ticks; purge is not among them. */
    public static final Set<String> ALL_KEYS = Set.copyOf(List.of(
            "get",
            "list",
            "update",
            "create",
            "import",
            "delete",
            "recover",
            "backup",
            "restore",
            "decrypt",
            "encrypt",
            "unwrapKey",
            "wrapKey",
            "verify",
            "sign",
            "rotate",
            "getrotationpolicy",
            "setrotationpolicy"));

    public AccessPolicy {
        keys = Set.copyOf(keys);
        secrets = Set.copyOf(secrets);
        certificates = Set.copyOf(certificates);
    }

    boolean allows(String kind, String permission) {
        Set<String> held = kind.equals("keys") ? keys : secrets;
        Set<String> small = held.stream().map(p -> p.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return small.contains(permission.toLowerCase(Locale.ROOT))
                || (small.contains("all") && !permission.equals("purge"));
    }
}
