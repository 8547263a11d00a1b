package keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.tds.Backend;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.Parser;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.TypeNames;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of sp_executesql and its kin as they come over the wire: declared in one text, given by name or, where a
 * client sends them unnamed, by place.
 */
record DeclaredParameters(List<One> all) {

    DeclaredParameters {
        all = List.copyOf(all);
    }

    /** A parameter with the value that fits it. */
    private record One(String name, SqlType type, Backend.Parameter given) {}

    /** @throws SqlError 8178 if a declared one has no value, 8144 if there are more values than declared, 102 for a bad list */
    static DeclaredParameters of(Backend.Text text) {
        List<Statement.Declaration> declared =
                text.declarations().isBlank() ? List.of() : Parser.parameters(text.declarations());
        if (text.parameters().size() > declared.size()) {
            throw new SqlError(8144, 16, 2, 1, "Procedure or function  has too many arguments specified.");
        }
        List<One> all = new ArrayList<>();
        for (int place = 0; place < declared.size(); place++) {
            Statement.Declaration parameter = declared.get(place);
            Backend.Parameter given = given(text, place, parameter.name()).orElseThrow(() -> missing(text, parameter));
            all.add(new One(parameter.name(), TypeNames.declared(parameter.type()), given));
        }
        return new DeclaredParameters(all);
    }

    private static Optional<Backend.Parameter> given(Backend.Text text, int place, String name) {
        Optional<Backend.Parameter> named = text.parameters().stream()
                .filter(parameter -> Prevailing.server().same(parameter.name(), name))
                .findFirst();
        boolean byPlace = place < text.parameters().size()
                && text.parameters().get(place).name().isEmpty();
        return named.isPresent() || !byPlace
                ? named
                : Optional.of(text.parameters().get(place));
    }

    private static SqlError missing(Backend.Text text, Statement.Declaration parameter) {
        return new SqlError(
                8178,
                16,
                1,
                1,
                "The parameterized query '(" + text.declarations() + ")" + text.sql() + "' expects the parameter '"
                        + parameter.name() + "', which was not supplied.");
    }

    void into(BatchVariables variables) {
        for (One one : all) {
            variables.declare(one.name(), one.type(), 1);
            variables.assign(one.name(), converted(one));
        }
    }

    private static @Nullable Object converted(One one) {
        SqlType from = one.given().type();
        try {
            return Conversions.convert(one.given().value(), from, one.type());
        } catch (SqlError e) {
            throw e.number() != 245
                    ? e
                    : new SqlError(
                            8114,
                            16,
                            5,
                            0,
                            "Error converting data type " + from.typeName() + " to "
                                    + one.type().typeName() + ".");
        }
    }

    /** Gives the output parameters back to the caller's variables. */
    void outputs(List<Given.Argument> values, BatchVariables variables, BatchVariables caller) {
        for (int place = 0; place < all.size(); place++) {
            One one = all.get(place);
            String variable = output(values, place, one);
            caller.type(variable)
                    .ifPresent(type -> caller.assign(
                            variable, Conversions.convert(variables.value(one.name()), one.type(), type)));
        }
    }

    private static String output(List<Given.Argument> values, int place, One one) {
        return values.stream()
                .filter(v -> Prevailing.server().same(v.name(), one.name()))
                .findFirst()
                .or(() -> values.stream()
                        .skip(place)
                        .findFirst()
                        .filter(v -> v.name().isEmpty()))
                .flatMap(Given.Argument::output)
                .orElse("");
    }

    /** Gives the output parameters back under the names and types the client sent. */
    void outputs(BatchVariables variables, Backend.Reply reply) {
        for (One one : all) {
            Backend.Parameter given = one.given();
            if (given.output()) {
                reply.output(new Backend.Parameter(
                        given.name(),
                        given.type(),
                        Conversions.convert(variables.value(one.name()), one.type(), given.type()),
                        true));
            }
        }
    }
}
