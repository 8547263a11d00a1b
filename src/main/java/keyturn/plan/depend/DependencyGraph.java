package keyturn.plan.depend;

import java.time.Period;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.forecast.Forecast;

/**
 * What depends on what, on one server. The parts of the columns are few; databases may be many and are asked for by their key.
 */
public final class DependencyGraph {

    private final Map<PartId, Part> parts = new LinkedHashMap<>();
    private final Map<PartId, List<KeyedDatabase>> databases = new LinkedHashMap<>();
    private final Map<DatabaseName, PartId> keys = new LinkedHashMap<>();
    private final List<Chain> chains;
    private final Set<Edge> edges = new LinkedHashSet<>();
    private final Remainder remainder;
    private final Partnership partnership;

    DependencyGraph(
            List<Chain> chains,
            List<Part> parts,
            Set<Edge> loose,
            Map<PartId, List<KeyedDatabase>> databases,
            Remainder remainder,
            Partnership partnership) {
        this.chains = List.copyOf(chains);
        this.remainder = remainder;
        this.partnership = partnership;
        parts.forEach(part -> this.parts.put(part.id(), part));
        databases.forEach((key, on) -> {
            this.databases.put(key, List.copyOf(on));
            on.forEach(one -> keys.put(one.name(), key));
        });
        chains.stream().flatMap(Chain::edges).forEach(edges::add);
        edges.addAll(loose);
    }

    /** @param rotation after which age a key is to be rotated */
    public static DependencyGraph of(Inspection seen, Forecast forecast, Period rotation) {
        return new GraphBuilder(seen, forecast, rotation).graph();
    }

    /** What stands in the columns, without databases: what databases depend on first, then what nothing uses. */
    public List<Part> parts() {
        return List.copyOf(parts.values());
    }

    public List<Part> parts(PartKind column) {
        return parts.values().stream().filter(part -> part.kind() == column).toList();
    }

    /** One of the columns' parts, or a database. */
    public Optional<Part> part(PartId id) {
        return Optional.ofNullable(parts.get(id))
                .or(() -> databasesOf(id)
                        .flatMap(key -> databases(key).stream()
                                .filter(one -> one.id().equals(id))
                                .map(KeyedDatabase::part)
                                .findFirst()));
    }

    /** The keys that databases depend on, with those that could not be read as one unseen key. */
    public List<PartId> keysInUse() {
        return List.copyOf(databases.keySet());
    }

    /** The databases that this key protects, those first that a restart would not open. */
    public List<KeyedDatabase> databases(PartId key) {
        return databases.getOrDefault(key, List.of());
    }

    /** Databases that no key of a provider protects, and what could not be read of databases. */
    public Remainder remainder() {
        return remainder;
    }

    public Partnership partnership() {
        return partnership;
    }

    /** In the order of the rows. */
    public List<Edge> edges() {
        return List.copyOf(edges);
    }

    /** For each key, in the order of the keys, the parts of its row. */
    public List<List<PartId>> rows() {
        return chains.stream().map(chain -> chain.parts().toList()).toList();
    }

    /** All that must be there for this part to work, without itself. */
    public Set<PartId> needs(PartId part) {
        Set<PartId> needs = new LinkedHashSet<>();
        PartId from = databasesOf(part).orElse(part);
        chains.stream()
                .filter(chain -> chain.has(from))
                .forEach(chain -> needs.addAll(from.equals(part) ? chain.needs(part) : all(chain)));
        return needs;
    }

    /** What goes with it. */
    public Loss breaks(PartId part) {
        List<Chain> broken = chains.stream().filter(chain -> chain.has(part)).toList();
        List<DatabaseName> closed = broken.stream()
                .flatMap(chain -> databases(chain.key()).stream())
                .map(KeyedDatabase::name)
                .toList();
        Set<PartId> useless = new LinkedHashSet<>();
        broken.stream().flatMap(Chain::parts).forEach(useless::add);
        useless.remove(part);
        chains.stream()
                .filter(chain -> !broken.contains(chain))
                .forEach(chain -> chain.parts().forEach(useless::remove));
        return new Loss(closed, List.copyOf(useless));
    }

    /** It with all that it needs and all that needs it: what the picture shows when it is selected. */
    public Set<PartId> path(PartId part) {
        Set<PartId> path = new LinkedHashSet<>(Set.of(part));
        PartId from = databasesOf(part).orElse(part);
        chains.stream().filter(chain -> chain.has(from)).forEach(chain -> path.addAll(all(chain)));
        if (from.equals(part)) {
            List.copyOf(path).forEach(key -> databases(key).forEach(database -> path.add(database.id())));
        }
        List.copyOf(path).stream()
                .filter(databases::containsKey)
                .filter(key -> from.equals(part) || key.equals(from))
                .forEach(key -> path.add(new PartId.DatabasesOf(key)));
        return path;
    }

    /** The key that a database depends on, or that a group of databases is of; empty for every other part. */
    public Optional<PartId> databasesOf(PartId part) {
        return switch (part) {
            case PartId.OfDatabase database -> Optional.ofNullable(keys.get(database.name()));
            case PartId.DatabasesOf group -> Optional.of(group.key());
            case PartId.OfProvider other -> Optional.empty();
            case PartId.OfKey other -> Optional.empty();
            case PartId.OfMissingKey other -> Optional.empty();
            case PartId.OfLogin other -> Optional.empty();
            case PartId.OfCredential other -> Optional.empty();
            case PartId.OfVault other -> Optional.empty();
            case PartId.OfVaultKey other -> Optional.empty();
            case PartId.Others other -> Optional.empty();
            case PartId.Unseen other -> Optional.empty();
        };
    }

    private static List<PartId> all(Chain chain) {
        return chain.parts().toList();
    }
}
