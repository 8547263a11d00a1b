package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.decimal;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import keyturn.practice.server.state.Table;
import keyturn.practice.server.state.TableColumn;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** What IDENTITY gave and will give. */
final class IdentityFunctions {

    private static final SqlType NUMBER = decimal(38, 0);

    private IdentityFunctions() {}

    static List<ServerFunctions.Shape> shapes() {
        return List.of(
                new ServerFunctions.Shape(
                        "SCOPE_IDENTITY",
                        List.of(),
                        0,
                        NUMBER,
                        a -> a.scene().workspace().scopeIdentity().orElse(null)),
                of("IDENT_CURRENT", (t, c) -> t.counter().orElse(c.seed())),
                of("IDENT_SEED", (t, c) -> c.seed()),
                of("IDENT_INCR", (t, c) -> c.increment()));
    }

    private static ServerFunctions.Shape of(String name, BiFunction<Table, TableColumn.Counter, BigInteger> value) {
        return new ServerFunctions.Shape(name, List.of(nvarchar(776)), 1, NUMBER, a -> number(a, value));
    }

    private static @Nullable Object number(Args arguments, BiFunction<Table, TableColumn.Counter, BigInteger> value) {
        String name = arguments.text(0);
        if (name == null) {
            return null;
        }
        Optional<Table> table = UserTables.find(
                arguments.scene(), Names.split(name), parts -> arguments.scene().database());
        return table.flatMap(t -> t.identity().flatMap(TableColumn::identity).map(c -> value.apply(t, c)))
                .map(BigDecimal::new)
                .orElse(null);
    }
}
