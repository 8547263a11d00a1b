package keyturn.practice.server;

import java.util.List;
import java.util.Locale;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.views.Entrance;
import keyturn.practice.tds.Backend;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.query.Queries;
import keyturn.practice.tsql.syntax.Parser;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.TypeNames;
import org.jspecify.annotations.Nullable;

/** EXEC of the procedures that this server has. */
record ProcedureCall(Interpreter interpreter, Turn turn) {

    boolean run(Statement.Execute call) {
        Given given = new Given(call.arguments().stream().map(this::argument).toList());
        String database = database(call.procedure());
        if (call.procedure().getLast().equalsIgnoreCase("sp_executesql")) {
            return text(given, database);
        }
        int status = perform(call.procedure().getLast(), given);
        turn.reply().returnStatus(status);
        call.returnVariable().ifPresent(v -> turn.variables().assign(v, status));
        turn.state().ended(0, 0);
        turn.done();
        return true;
    }

    /** A call that came as one, not as text. */
    void run(String procedure, Given given) {
        String[] parts = procedure.split("\\.");
        String name = parts[parts.length - 1].replaceAll("[\\[\\]]", "");
        int status = perform(name, given);
        turn.reply().returnStatus(status);
        turn.state().ended(0, 0);
        turn.done();
    }

    private Given.Argument argument(Statement.Argument argument) {
        var bound = Queries.bind(argument.value(), turn.catalog(), turn.variables());
        return new Given.Argument(argument.name().orElse(""), bound.value());
    }

    private String database(List<String> procedure) {
        String named = procedure.size() < 3 ? "" : procedure.get(procedure.size() - 3);
        return named.isEmpty()
                ? turn.state().database()
                : Entrance.open(turn.scene(), named).name();
    }

    private int perform(String procedure, Given given) {
        return switch (procedure.toLowerCase(Locale.ROOT)) {
            case "sp_configure" -> configure(given);
            case "sp_getapplock" -> AppLocks.get(turn, given);
            case "sp_releaseapplock" -> AppLocks.release(turn, given);
            case "xp_fileexist" -> ServerFiles.exists(turn, given);
            case "xp_dirtree" -> ServerFiles.tree(turn, given);
            case "sp_readerrorlog" -> new ErrorLogProcedure(turn, given).run(true);
            case "xp_readerrorlog" -> new ErrorLogProcedure(turn, given).run(false);
            case "sp_unprepare", "sp_reset_connection" -> 0;
            default -> throw Messages.error(2812, 62, procedure);
        };
    }

    private int configure(Given given) {
        try {
            Configuration.configure(turn, given.text(0, "@configname"), given.number(1, "@configvalue"));
            return 0;
        } catch (SqlError e) {
            turn.reply()
                    .error(new Backend.ServerMessage(
                            e.number(), e.severity(), e.state(), e.text(), "sp_configure", 62));
            return 1;
        }
    }

    /** {@code sp_executesql}: statement, parameter list, values. */
    private boolean text(Given given, String database) {
        String sql =
                given.text(0, "@stmt").or(() -> given.text(0, "@statement")).orElse("");
        BatchVariables own = new BatchVariables();
        List<Statement.Declaration> parameters =
                given.text(1, "@params").map(Parser::parameters).orElse(List.of());
        for (int i = 0; i < parameters.size(); i++) {
            Statement.Declaration parameter = parameters.get(i);
            SqlType type = TypeNames.declared(parameter.type());
            own.declare(parameter.name(), type, turn.line());
            own.assign(parameter.name(), value(given, i + 2, parameter.name(), type));
        }
        return interpreter.dynamic(sql, own, turn, database);
    }

    private static @Nullable Object value(Given given, int place, String name, SqlType type) {
        return given.text(place, name)
                .map(text -> Conversions.convert(text, SqlType.nvarchar(SqlType.MAX), type))
                .orElse(null);
    }
}
