package keyturn.practice.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import keyturn.practice.web.Switch;

/**
 * All vaults of the world, and the roles that are given in it.
 *
 * @param vaults by name in small letters, deleted ones too: a name is the world's
 * @param unwritten how they behave where no document says it
 */
public record Vaults(Map<String, Vault> vaults, List<RoleAssignment> roles, Delays delays, Switch.Choice unwritten) {

    public Vaults {
        vaults = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(vaults));
        roles = List.copyOf(roles);
    }

    public Vaults(Map<String, Vault> vaults, List<RoleAssignment> roles, Delays delays) {
        this(vaults, roles, delays, Switch.Choice.STANDARD);
    }

    public Vaults with(Switch.Choice choice) {
        return new Vaults(vaults, roles, delays, choice);
    }

    /**
     * How long things take that the service does behind its answer.
     *
     * @param settling of a deletion, or of a recovery, of a key
     * @param spread of a role that was just given
     * @param transactions that a vault takes in ten seconds
     */
    public record Delays(Duration settling, Duration spread, int transactions) {
        public static final Delays NONE = new Delays(Duration.ZERO, Duration.ZERO, 4000);
    }

    public static Vaults of(List<Vault> vaults, List<RoleAssignment> roles, Delays delays) {
        Map<String, Vault> byName = new LinkedHashMap<>();
        vaults.forEach(v -> byName.put(v.name().toLowerCase(Locale.ROOT), v));
        return new Vaults(byName, roles, delays);
    }

    public Optional<Vault> vault(String name) {
        return Optional.ofNullable(vaults.get(name.toLowerCase(Locale.ROOT)));
    }

    public Vaults with(Vault vault) {
        Map<String, Vault> now = new LinkedHashMap<>(vaults);
        now.put(vault.name().toLowerCase(Locale.ROOT), vault);
        return new Vaults(now, roles, delays, unwritten);
    }

    public Vaults without(String vault) {
        Map<String, Vault> now = new LinkedHashMap<>(vaults);
        now.remove(vault.toLowerCase(Locale.ROOT));
        return new Vaults(now, roles, delays, unwritten);
    }

    Vaults change(String vault, UnaryOperator<Vault> how) {
        return vault(vault).map(v -> with(how.apply(v))).orElse(this);
    }

    public Vaults with(RoleAssignment role) {
        List<RoleAssignment> now = new ArrayList<>(roles);
        now.add(role);
        return new Vaults(vaults, now, delays, unwritten);
    }

    public Vaults withoutRole(String id) {
        return new Vaults(
                vaults, roles.stream().filter(r -> !r.id().equalsIgnoreCase(id)).toList(), delays, unwritten);
    }

    /** As a vault that is deleted loses what was given on it; recovering it does not bring that back. */
    public Vaults withoutRolesUnder(String resource) {
        return new Vaults(
                vaults,
                roles.stream()
                        .filter(r -> !r.scope().toLowerCase(Locale.ROOT).startsWith(resource.toLowerCase(Locale.ROOT)))
                        .toList(),
                delays,
                unwritten);
    }

    /** The roles that somebody has over a resource and that have spread. */
    public List<Role> held(String principal, String resource, Instant now) {
        return roles.stream()
                .filter(r -> r.principal().equalsIgnoreCase(principal))
                .filter(r -> r.covers(resource) && !now.isBefore(r.spread()))
                .map(RoleAssignment::role)
                .toList();
    }
}
