package keyturn.practice.server;

import java.util.Optional;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;

/** What a procedure leaves in the variables of its caller. */
final class Outputs {

    private Outputs() {}

    /** Gives a value to the variable that an argument names for output; says whether there is one. */
    static boolean put(Turn turn, Given given, int place, SqlType from, Object value) {
        Optional<String> variable = given.at(place).flatMap(Given.Argument::output);
        variable.flatMap(turn.variables()::type)
                .ifPresent(type ->
                        turn.variables().assign(variable.orElseThrow(), Conversions.convert(value, from, type)));
        return variable.isPresent();
    }
}
