package keyturn.domain.inspection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Keyholding.KeyChange;
import keyturn.domain.inspection.Surroundings.Backup;
import keyturn.domain.inspection.Surroundings.Size;

/** A look, database by database. Its rows are gone through once, however many databases are asked for. */
public final class ByDatabase {

    private final Inspection whole;
    private final Map<DatabaseName, List<Database>> databases;
    private final Map<DatabaseName, List<Size>> sizes;
    private final Map<DatabaseName, List<Backup>> backups;
    private final Map<DatabaseName, List<KeyChange>> changes;

    public ByDatabase(Inspection whole) {
        this.whole = whole;
        Surroundings around = whole.facts().around();
        this.databases = grouped(whole.facts().databases(), Database::name);
        this.sizes = grouped(around.sizes(), Size::database);
        this.backups = grouped(around.backups(), Backup::database);
        this.changes = grouped(around.keyholding().changes(), KeyChange::database);
    }

    public Inspection whole() {
        return whole;
    }

    /** The same look without rows of other databases: their state, sizes, backups, and when their keys were changed. */
    public Inspection about(DatabaseName name) {
        Inspection.Facts facts = whole.facts();
        Surroundings around = facts.around();
        Keyholding holding = around.keyholding();
        Surroundings narrow = around.with(
                only(around.sizes(), sizes, name),
                only(around.backups(), backups, name),
                new Keyholding(
                        holding.caller(),
                        holding.holders(),
                        holding.names(),
                        only(holding.changes(), changes, name),
                        holding.uses()));
        return whole.with(facts.with(only(facts.databases(), databases, name), narrow, facts.azure()));
    }

    private static <T> Map<DatabaseName, List<T>> grouped(Fact<List<T>> rows, Function<T, DatabaseName> of) {
        return rows.value().orElse(List.of()).stream()
                .collect(Collectors.groupingBy(of, HashMap::new, Collectors.toUnmodifiableList()));
    }

    private static <T> Fact<List<T>> only(Fact<List<T>> rows, Map<DatabaseName, List<T>> all, DatabaseName name) {
        return switch (rows) {
            case Fact.Known<List<T>> known -> new Fact.Known<>(all.getOrDefault(name, List.of()), known.how());
            case Fact.Unknown<List<T>> unknown -> unknown;
            case Fact.NotPermitted<List<T>> denied -> denied;
        };
    }
}
