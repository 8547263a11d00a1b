package keyturn.practice.tds;

import java.util.List;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.SqlType.Kind;

/** Performs procedure calls: those about prepared text here, all others in the backend. */
final class Procedures {

    private static final SqlType INT = new SqlType(Kind.INT, 0, 0, 0);
    private static final Backend.ServerMessage NO_CURSOR =
            new Backend.ServerMessage(16954, 10, 1, "Executing SQL directly; no cursor.", "", 1);

    private final PreparedHandles handles;
    private final Replies replies;

    /** Makes replies and runs requests into them. */
    interface Replies {
        ReplyWriter open(Origin origin);

        void run(Backend.Request request, ReplyWriter reply);
    }

    Procedures(PreparedHandles handles, Replies replies) {
        this.handles = handles;
        this.replies = replies;
    }

    /** Returns the reply, not yet finished. */
    ReplyWriter perform(Rpc call) {
        ReplyWriter reply = replies.open(origin(call));
        var arguments = new Arguments(call);
        try {
            call.known()
                    .ifPresentOrElse(
                            procedure -> perform(procedure, arguments, reply),
                            () -> replies.run(new Backend.Call(call.name(), call.parameters()), reply));
        } catch (SqlError e) {
            reply.error(new Backend.ServerMessage(
                    e.number(), e.severity(), e.state(), e.text(), "", Math.max(1, e.line())));
        }
        return reply;
    }

    private static Origin origin(Rpc call) {
        int before = call.known().map(Procedures::before).orElse(0);
        List<Backend.Parameter> own = call.parameters();
        Origin.Form form = call.known().isPresent() ? Origin.Form.TEXT : Origin.Form.CALL;
        return new Origin(form, own.subList(Math.min(before, own.size()), own.size()), before);
    }

    /** Parameters that are the procedure's own, before those of the text. */
    private static int before(Procedure procedure) {
        return switch (procedure) {
            case SP_EXECUTE -> 1;
            case SP_EXECUTESQL -> 2;
            case SP_PREPEXEC -> 3;
            case SP_CURSOREXECUTE -> 5;
            case SP_CURSOROPEN -> 6;
            case SP_CURSORPREPEXEC -> 7;
            case SP_PREPARE, SP_UNPREPARE, SP_CURSORPREPARE, SP_CURSORUNPREPARE -> 0;
            case SP_CURSOR, SP_CURSORFETCH, SP_CURSOROPTION, SP_CURSORCLOSE, SP_PREPEXECRPC -> 0;
        };
    }

    private void perform(Procedure procedure, Arguments arguments, ReplyWriter reply) {
        switch (procedure) {
            case SP_EXECUTESQL -> run(procedure, text(arguments, 0, 1), arguments, reply);
            case SP_PREPARE, SP_CURSORPREPARE -> prepare(text(arguments, 2, 1), arguments, reply);
            case SP_EXECUTE -> run(procedure, handles.get(arguments.number(0)), arguments, reply);
            case SP_PREPEXEC -> {
                PreparedHandles.Prepared statement = text(arguments, 2, 1);
                prepare(statement, arguments, reply);
                run(procedure, statement, arguments, reply);
            }
            case SP_UNPREPARE, SP_CURSORUNPREPARE -> handles.remove(arguments.number(0));
            case SP_CURSOROPEN -> {
                reply.info(NO_CURSOR);
                run(procedure, text(arguments, 1, 5), arguments, reply);
            }
            case SP_CURSORPREPEXEC -> {
                PreparedHandles.Prepared statement = text(arguments, 3, 2);
                prepare(statement, arguments, reply);
                reply.info(NO_CURSOR);
                run(procedure, statement, arguments, reply);
            }
            case SP_CURSOREXECUTE -> {
                reply.info(NO_CURSOR);
                run(procedure, handles.get(arguments.number(0)), arguments, reply);
            }
            case SP_CURSOR, SP_CURSORFETCH, SP_CURSOROPTION, SP_CURSORCLOSE -> throw noCursor(arguments.number(0));
            case SP_PREPEXECRPC ->
                throw new SqlError(2812, 16, 62, 0, "Could not find stored procedure '" + procedure.title() + "'.");
        }
    }

    private void prepare(PreparedHandles.Prepared statement, Arguments arguments, ReplyWriter reply) {
        reply.output(0, arguments.name(0), INT, handles.add(statement));
    }

    private void run(Procedure kind, PreparedHandles.Prepared statement, Arguments arguments, ReplyWriter reply) {
        List<Backend.Parameter> values = arguments.from(before(kind));
        replies.run(new Backend.Text(kind.title(), statement.sql(), statement.declarations(), values), reply);
    }

    private static PreparedHandles.Prepared text(Arguments arguments, int sql, int declarations) {
        return new PreparedHandles.Prepared(arguments.text(sql), arguments.optionalText(declarations));
    }

    private static SqlError noCursor(int cursor) {
        return new SqlError(
                16909, 16, 1, 0, "The cursor identifier value provided (%x) is not valid.".formatted(cursor));
    }
}
