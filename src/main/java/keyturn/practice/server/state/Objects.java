package keyturn.practice.server.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.types.Prevailing;

/** What users made in a database. */
public record Objects(List<Table> tables, List<Procedure> procedures) {

    public static final Objects NONE = new Objects(List.of(), List.of());

    public Objects {
        tables = List.copyOf(tables);
        procedures = List.copyOf(procedures);
    }

    public Optional<Table> table(String schema, String name) {
        return tables.stream()
                .filter(t -> Prevailing.here().same(t.schema(), schema) && t.isNamed(name))
                .findFirst();
    }

    public Optional<Table> table(int id) {
        return tables.stream().filter(t -> t.id() == id).findFirst();
    }

    /** With the table of that id replaced, or as a new one. */
    public Objects with(Table table) {
        List<Table> now = new ArrayList<>(tables);
        if (table(table.id()).isPresent()) {
            now.replaceAll(t -> t.id() == table.id() ? table : t);
        } else {
            now.add(table);
        }
        return new Objects(now, procedures);
    }

    public Objects withoutTable(int id) {
        return new Objects(tables.stream().filter(t -> t.id() != id).toList(), procedures);
    }

    public Optional<Procedure> procedure(String schema, String name) {
        return procedures.stream()
                .filter(p -> Prevailing.here().same(p.schema(), schema) && p.isNamed(name))
                .findFirst();
    }

    /** With the procedure in place of one of its name, if there is one. */
    public Objects with(Procedure procedure) {
        List<Procedure> now =
                new ArrayList<>(without(procedure.schema(), procedure.name()).procedures());
        now.add(procedure);
        return new Objects(tables, now);
    }

    public Objects without(String schema, String procedure) {
        return new Objects(
                tables,
                procedures.stream()
                        .filter(p -> !(Prevailing.here().same(p.schema(), schema) && p.isNamed(procedure)))
                        .toList());
    }
}
