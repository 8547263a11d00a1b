package keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.practice.server.state.Messages;
import keyturn.practice.tds.Backend;

/**
 * A system procedure that is itself T-SQL over the views.
 *
 * @param database where it is: {@code msdb}, else empty for one that every database has
 * @param administrators nobody else may run it
 */
record StoredProcedure(String database, String name, boolean administrators, List<Parameter> parameters, String body) {

    private static final Pattern HEAD = Pattern.compile("(?:(msdb)\\.dbo\\.)?(\\w+)( admin)?(?: (@.*))?");
    private static final Pattern PARAMETER =
            Pattern.compile("(@\\w+) ([a-z0-9]+(?:\\([^)]*\\))?)(?: = ([^,]*?))?( OUTPUT)?(?:, |$)");

    StoredProcedure {
        parameters = List.copyOf(parameters);
    }

    /** @param preset as written; empty where a value must be given */
    record Parameter(String name, String type, Optional<String> preset) {}

    /** From a head line, {@code [msdb.dbo.]name [admin] [@parameter type [= preset] [OUTPUT], …]}, and the text below it. */
    static StoredProcedure of(String head, String body) {
        Matcher parts = HEAD.matcher(head);
        if (!parts.matches()) {
            throw new IllegalStateException("no head of a procedure: " + head);
        }
        List<Parameter> parameters = new ArrayList<>();
        Matcher each = PARAMETER.matcher(Optional.ofNullable(parts.group(4)).orElse(""));
        while (each.find()) {
            parameters.add(new Parameter(each.group(1), each.group(2), Optional.ofNullable(each.group(3))));
        }
        String database = Optional.ofNullable(parts.group(1)).orElse("");
        return new StoredProcedure(database, parts.group(2), parts.group(3) != null, parameters, body);
    }

    /** Where it is looked up: case does not count. */
    String key() {
        return name.toLowerCase(Locale.ROOT);
    }

    Flow run(Interpreter interpreter, Turn turn, Given given, String where) {
        if (administrators && !turn.scene().rights().sysadmin()) {
            boolean own = !database.isEmpty();
            throw Messages.error(229, 5, "EXECUTE", name, own ? database : "mssqlsystemresource", own ? "dbo" : "sys");
        }
        if (given.all().size() > parameters.size()) {
            throw Messages.error(8144, 2, name).ofCall(name);
        }
        StringBuilder left = new StringBuilder();
        List<String> declared = new ArrayList<>();
        List<Backend.Parameter> values = new ArrayList<>();
        for (int place = 0; place < parameters.size(); place++) {
            Parameter parameter = parameters.get(place);
            Optional<Given.Argument> value = given.find(place, parameter.name());
            if (value.isPresent()) {
                declared.add(parameter.name() + " " + parameter.type());
                values.add(new Backend.Parameter(
                        parameter.name(), value.get().type(), value.get().value(), false));
            } else {
                left.append("DECLARE ").append(parameter.name()).append(' ').append(parameter.type());
                left.append(" = ").append(preset(parameter)).append("; ");
            }
        }
        return run(
                interpreter,
                turn,
                new Backend.Text(name, left + body, String.join(", ", declared), values),
                given,
                where);
    }

    private String preset(Parameter parameter) {
        return parameter
                .preset()
                .orElseThrow(
                        () -> Messages.error(201, 4, name, parameter.name()).ofCall(name));
    }

    private static Flow run(Interpreter interpreter, Turn turn, Backend.Text text, Given given, String where) {
        BatchVariables own = new BatchVariables();
        DeclaredParameters parameters = DeclaredParameters.of(text);
        parameters.into(own);
        Flow flow = interpreter.called(text.sql(), own, turn, where);
        parameters.outputs(given.all(), own, turn.variables());
        return flow;
    }
}
