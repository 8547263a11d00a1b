package keyturn.practice.server;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Objects;
import keyturn.practice.server.state.Procedure;
import keyturn.practice.server.views.Rights;
import keyturn.practice.tsql.syntax.ModuleStatement;

/** CREATE, ALTER and DROP of procedures, and the way to find one: {@code #p} in the session, others in a database. */
record ProcedureDefinitions(Turn turn) {

    void run(ModuleStatement statement) {
        new TableLock(turn).around(fresh -> {
            ProcedureDefinitions now = new ProcedureDefinitions(fresh);
            switch (statement) {
                case ModuleStatement.CreateProcedure c -> now.create(c);
                case ModuleStatement.DropProcedure d -> d.names().forEach(name -> now.drop(name, d.ifExists()));
            }
        });
        turn.state().ended(0, 0);
        turn.done();
    }

    Optional<Procedure> find(List<String> name) {
        if (TablePlaces.isLocal(name.getLast())) {
            return turn.state().scopes().procedure(name.getLast());
        }
        return new TablePlaces(turn).database(name).objects().procedure(TablePlaces.schema(name), name.getLast());
    }

    private void create(ModuleStatement.CreateProcedure create) {
        String name = create.name().getLast();
        Optional<Procedure> standing = find(create.name());
        if (standing.isPresent() && !create.alter()) {
            throw Messages.error(2714, 3, name);
        }
        if (standing.isEmpty() && !create.create()) {
            throw Messages.error(208, 6, String.join(".", create.name()));
        }
        Procedure made = new Procedure(
                standing.map(Procedure::id)
                        .orElseGet(() -> turn.server().numbers().next(name.startsWith("#"))),
                TablePlaces.schema(create.name()),
                name,
                standing.map(Procedure::created).orElse(turn.scene().now()),
                turn.scene().now(),
                create.parameters(),
                create.body(),
                create.text());
        if (TablePlaces.isLocal(name)) {
            turn.state().scopes().put(made);
            return;
        }
        Database database = new TablePlaces(turn).database(create.name());
        boolean may =
                turn.scene().rights().has(Rights.CONTROL_SERVER) || turn.scene().holds(database, "CREATE PROCEDURE");
        if (!may && !name.startsWith("##")) {
            throw Messages.error(262, 1, "CREATE PROCEDURE", database.name());
        }
        change(database, made.schema(), name, o -> o.with(made));
    }

    private void drop(List<String> name, boolean ifExists) {
        Optional<Procedure> standing = find(name);
        if (standing.isEmpty()) {
            if (!ifExists) {
                throw Messages.error(3701, 5, "drop", "procedure", String.join(".", name));
            }
            return;
        }
        if (TablePlaces.isLocal(name.getLast())) {
            turn.state().scopes().removeProcedure(name.getLast());
            return;
        }
        String schema = TablePlaces.schema(name);
        change(new TablePlaces(turn).database(name), schema, name.getLast(), o -> o.without(schema, name.getLast()));
    }

    private void change(Database database, String schema, String name, UnaryOperator<Objects> change) {
        Optional<Procedure> before = database.objects().procedure(schema, name);
        new TablePlaces(turn)
                .change(database, change, o -> before.map(o::with).orElseGet(() -> o.without(schema, name)));
    }
}
