package keyturn.practice.vault;

import java.time.Instant;
import java.util.Locale;

/**
 * A role that somebody has, there and in all that lies below.
 *
 * @param spread from then on the doors know it
 */
public record RoleAssignment(
        String id, String scope, Role role, String principal, String principalType, Instant created, Instant spread) {

    public boolean covers(String resource) {
        String here = scope.toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
        String there = resource.toLowerCase(Locale.ROOT);
        return here.isEmpty() || there.equals(here) || there.startsWith(here + "/");
    }
}
