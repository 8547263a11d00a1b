package keyturn.practice.server;

import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Procedure;
import keyturn.practice.tsql.query.Queries;
import keyturn.practice.tsql.query.Variables;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.TypeNames;

/** A call of a procedure that a user made. */
record UserProcedure(Interpreter interpreter, Turn turn, Procedure procedure) {

    /** @return what RETURN gives; 0 where nothing is written */
    int run(Given given, String database) {
        List<Statement.Declaration> parameters = procedure.parameters();
        demandFitting(given, parameters);
        BatchVariables own = new BatchVariables();
        for (int place = 0; place < parameters.size(); place++) {
            parameter(
                    parameters.get(place),
                    given.find(place, parameters.get(place).name()),
                    own);
        }
        turn.state().returned(0);
        interpreter.called(procedure, own, turn, database);
        for (int place = 0; place < parameters.size(); place++) {
            output(
                    parameters.get(place),
                    given.find(place, parameters.get(place).name()),
                    own);
        }
        return turn.state().returned();
    }

    /** @throws keyturn.practice.tsql.SqlError 8144 too many, 8145 of another name, 8146 any where none is taken */
    private void demandFitting(Given given, List<Statement.Declaration> parameters) {
        if (parameters.isEmpty() && !given.all().isEmpty()) {
            throw Messages.error(8146, 2, procedure.name()).ofCall(procedure.name());
        }
        for (Given.Argument argument : given.all()) {
            boolean known = argument.name().isEmpty()
                    || parameters.stream().anyMatch(p -> Prevailing.server().same(p.name(), argument.name()));
            if (!known) {
                throw Messages.error(8145, 1, argument.name(), procedure.name()).ofCall(procedure.name());
            }
        }
        if (given.all().size() > parameters.size()) {
            throw Messages.error(8144, 2, procedure.name()).ofCall(procedure.name());
        }
    }

    private void parameter(Statement.Declaration declared, Optional<Given.Argument> given, BatchVariables own) {
        SqlType type = TypeNames.declared(declared.type());
        own.declare(declared.name(), type, declared.line());
        if (given.isPresent()) {
            own.assign(
                    declared.name(),
                    Conversions.convert(given.get().value(), given.get().type(), type));
            return;
        }
        var preset = declared.value()
                .orElseThrow(() -> Messages.error(201, 4, procedure.name(), declared.name())
                        .ofCall(procedure.name()));
        own.assign(
                declared.name(),
                Queries.bind(preset, turn.catalog(), Variables.NONE).valueAs(type));
    }

    private void output(Statement.Declaration declared, Optional<Given.Argument> given, BatchVariables own) {
        SqlType type = TypeNames.declared(declared.type());
        given.flatMap(Given.Argument::output)
                .ifPresent(variable -> turn.variables()
                        .type(variable)
                        .ifPresent(to -> turn.variables()
                                .assign(variable, Conversions.convert(own.value(declared.name()), type, to))));
    }
}
