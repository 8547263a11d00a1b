package keyturn.practice.server;

import java.util.List;
import keyturn.practice.server.state.Messages;
import keyturn.practice.tds.Backend;

/** {@code sp_executesql} as a statement: text, parameter list, values; the first two go by place whatever their names. */
record TextCall(Interpreter interpreter, Turn turn) {

    private static final int BEFORE = 2;
    private static final String WIDE = "ntext/nchar/nvarchar";
    private static final String STATEMENT = "@statement";
    private static final String PARAMETERS = "@parameters";

    Flow run(Given given, String database) {
        List<Given.Argument> all = given.all();
        if (all.isEmpty()) {
            throw Messages.error(201, 10, "sp_executesql", STATEMENT);
        }
        String sql = wide(all.getFirst(), STATEMENT, 2);
        String declarations = all.size() < BEFORE ? "" : wide(all.get(1), PARAMETERS, 3);
        List<Given.Argument> values = all.subList(Math.min(BEFORE, all.size()), all.size());
        Backend.Text text = new Backend.Text(
                "sp_executesql",
                sql,
                declarations,
                values.stream()
                        .map(v -> new Backend.Parameter(
                                v.name(), v.type(), v.value(), v.output().isPresent()))
                        .toList());
        BatchVariables own = new BatchVariables();
        DeclaredParameters parameters = DeclaredParameters.of(text);
        parameters.into(own);
        Flow flow = interpreter.called(sql, own, turn, database);
        parameters.outputs(values, own, turn.variables());
        return flow;
    }

    private static String wide(Given.Argument argument, String parameter, int state) {
        boolean wide =
                switch (argument.type().kind()) {
                    case NCHAR, NVARCHAR, SYSNAME -> true;
                    default -> argument.value() == null;
                };
        if (!wide) {
            throw Messages.error(214, state, parameter, WIDE);
        }
        return argument.value() instanceof String text ? text : "";
    }
}
