package keyturn.practice.server;

import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Procedure;
import keyturn.practice.server.views.Entrance;
import keyturn.practice.server.views.Names;
import keyturn.practice.tds.Backend;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.query.Queries;
import keyturn.practice.tsql.syntax.AccessStatement.RoleChange;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;

/** EXEC of the procedures that this server has. */
record ProcedureCall(Interpreter interpreter, Turn turn) {

    Flow run(Statement.Execute call) {
        if (call.procedure().size() == 1 && call.procedure().getFirst().startsWith("@")) {
            return run(new Statement.Execute(call.line(), call.returnVariable(), named(call), call.arguments()));
        }
        Given given = new Given(call.arguments().stream().map(this::argument).toList());
        String database = database(call.procedure());
        if (Prevailing.here().same("sp_executesql", call.procedure().getLast())) {
            Flow flow = new TextCall(interpreter, turn).run(given, database);
            call.returnVariable().ifPresent(v -> returned(v, turn.state().error()));
            return flow;
        }
        int status = perform(call.procedure(), given, database);
        turn.reply().returnStatus(status);
        call.returnVariable().ifPresent(v -> returned(v, status));
        ended();
        return Flow.NEXT;
    }

    /** The name that a variable holds. */
    private List<String> named(Statement.Execute call) {
        String variable = call.procedure().getFirst();
        return Names.split(turn.text(new Expression.Variable(call.line(), variable)));
    }

    private void returned(String variable, int status) {
        turn.variables()
                .type(variable)
                .ifPresent(type -> turn.variables().assign(variable, Conversions.convert(status, SqlType.INT, type)));
    }

    /** A call that came as one, not as text. */
    void run(List<String> procedure, Given given) {
        turn.reply().returnStatus(perform(procedure, given, database(procedure)));
        ended();
    }

    /** A procedure that told its error itself has ended with it. */
    private void ended() {
        turn.state().ended(turn.state().handlers().struck() ? turn.state().error() : 0, 0);
        turn.done();
    }

    private Given.Argument argument(Statement.Argument argument) {
        var bound = Queries.bind(argument.value(), turn.catalog(), turn.variables());
        Optional<String> output = argument.output() && argument.value() instanceof Expression.Variable variable
                ? Optional.of(variable.name())
                : Optional.empty();
        return new Given.Argument(argument.name().orElse(""), bound.type(), bound.value(), output);
    }

    private String database(List<String> procedure) {
        String named = procedure.size() < 3 ? "" : procedure.get(procedure.size() - 3);
        return named.isEmpty()
                ? turn.state().database()
                : Entrance.open(turn.scene(), named).name();
    }

    private int perform(List<String> procedure, Given given, String database) {
        return switch (Prevailing.here().key(procedure.getLast())) {
            case "sp_configure" -> configure(given);
            case "sp_getapplock" -> new AppLockCall(turn, given, database).get();
            case "sp_releaseapplock" -> new AppLockCall(turn, given, database).release();
            case "xp_fileexist" -> ServerFiles.exists(turn, given);
            case "xp_dirtree" -> ServerFiles.tree(turn, given);
            case "sp_readerrorlog" -> new ErrorLogProcedure(turn, given).run(true);
            case "xp_readerrorlog" -> new ErrorLogProcedure(turn, given).run(false);
            case "sp_enumerrorlogs" -> new ErrorLogProcedure(turn, given).list(true);
            case "xp_enumerrorlogs" -> new ErrorLogProcedure(turn, given).list(false);
            case "xp_msver" -> new VersionProcedure(turn, given).run();
            case "xp_regread" -> new RegistryProcedure(turn, given).read(false);
            case "xp_instance_regread" -> new RegistryProcedure(turn, given).read(true);
            case "sp_addrolemember" ->
                new RoleProcedures(turn, given).database("sp_addrolemember", RoleChange.ADD_MEMBER);
            case "sp_droprolemember" ->
                new RoleProcedures(turn, given).database("sp_droprolemember", RoleChange.DROP_MEMBER);
            case "sp_addsrvrolemember" ->
                new RoleProcedures(turn, given).server("sp_addsrvrolemember", RoleChange.ADD_MEMBER);
            case "sp_dropsrvrolemember" ->
                new RoleProcedures(turn, given).server("sp_dropsrvrolemember", RoleChange.DROP_MEMBER);
            case "sp_unprepare", "sp_reset_connection" -> 0;
            default -> stored(procedure, given, database);
        };
    }

    private int stored(List<String> procedure, Given given, String database) {
        Optional<Procedure> made = new ProcedureDefinitions(turn).find(procedure);
        if (made.isPresent()) {
            return new UserProcedure(interpreter, turn, made.get()).run(given, database);
        }
        StoredProcedures.find(procedure.getLast(), database)
                .orElseThrow(() -> Messages.error(2812, 62, String.join(".", procedure)))
                .run(interpreter, turn, given, database);
        return 0;
    }

    private int configure(Given given) {
        try {
            Configuration.configure(turn, given.text(0, "@configname"), given.number(1, "@configvalue"));
            return 0;
        } catch (SqlError e) {
            turn.report(new Backend.ServerMessage(e.number(), e.severity(), e.state(), e.text(), "sp_configure", 62));
            turn.state().ended(e.number(), 0);
            return 1;
        }
    }
}
