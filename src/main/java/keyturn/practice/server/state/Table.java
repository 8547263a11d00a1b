package keyturn.practice.server.state;

import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.catalog.Relation;
import keyturn.practice.tsql.syntax.Condition;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.Prevailing;

/**
 * A table with its rows, at one instant.
 *
 * @param name as it was given: {@code #t}, {@code @t}, {@code t}
 * @param counter what IDENTITY gave last; empty: nothing yet
 */
public record Table(
        int id,
        String schema,
        String name,
        LocalDateTime created,
        List<TableColumn> columns,
        List<TableKey> keys,
        List<Check> checks,
        Rows rows,
        Optional<BigInteger> counter) {

    private static final int SHOWN_LENGTH = 116;

    public Table {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        checks = List.copyOf(checks);
    }

    /** A CHECK constraint. */
    public record Check(String name, Condition condition, Optional<String> column) {}

    public boolean temporary() {
        return name.startsWith("#");
    }

    /** {@code #t}, seen by the session that made it alone. */
    public boolean local() {
        return temporary() && !name.startsWith("##");
    }

    public boolean variable() {
        return name.startsWith("@");
    }

    /** The name in tempdb's catalog: that of a local temporary table is filled up and numbered. */
    public String shown() {
        if (variable()) {
            return "#" + "%08X".formatted(id);
        }
        return local()
                ? name + "_".repeat(Math.max(0, SHOWN_LENGTH - name.length())) + "%012X".formatted(Math.abs(id))
                : name;
    }

    /** Tables of tempdb, where variables stand too, go by the server's collation wherever they are named. */
    private Collation naming() {
        return temporary() || variable() ? Prevailing.server() : Prevailing.here();
    }

    public boolean isNamed(String other) {
        return naming().same(name, other);
    }

    public OptionalInt place(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (naming().same(columns.get(i).name(), column)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    public Optional<TableColumn> identity() {
        return columns.stream().filter(c -> c.identity().isPresent()).findFirst();
    }

    public Optional<TableKey> clustered() {
        return keys.stream().filter(TableKey::clustered).findFirst();
    }

    public List<Column> plainColumns() {
        return columns.stream().map(c -> collated(c.column())).toList();
    }

    private Column collated(Column column) {
        boolean own =
                !temporary() || column.collation().isPresent() || !column.type().isCharacter();
        return own ? column : column.collated(Optional.of(Prevailing.server()));
    }

    public Relation relation() {
        return new Relation(name, plainColumns(), used -> rows);
    }

    public Table with(Rows now) {
        return new Table(id, schema, name, created, columns, keys, checks, now, counter);
    }

    public Table counted(Optional<BigInteger> now) {
        return new Table(id, schema, name, created, columns, keys, checks, rows, now);
    }

    /** With other columns and rows that fit them. */
    public Table with(List<TableColumn> now, Rows fitting) {
        return new Table(id, schema, name, created, now, keys, checks, fitting, counter);
    }

    public Table withKeys(List<TableKey> now) {
        return new Table(id, schema, name, created, columns, now, checks, rows, counter);
    }

    public Table plus(TableKey key) {
        List<TableKey> now = new ArrayList<>(keys);
        now.add(key);
        return withKeys(now);
    }

    public Table withChecks(List<Check> now) {
        return new Table(id, schema, name, created, columns, keys, now, rows, counter);
    }

    /** Upper-case hexadecimal digits for a name that the server makes up. */
    public String suffix(String of) {
        return "%08X".formatted((id * 31 + of.toLowerCase(Locale.ROOT).hashCode()) & 0xFFFF_FFFFL);
    }
}
