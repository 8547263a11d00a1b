package keyturn.practice.tsql.query;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import keyturn.practice.tsql.catalog.Catalog;
import keyturn.practice.tsql.query.Functions.Registry;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** The server's clock: one instant for the whole statement. Also moving a time to another offset. */
final class ClockFunctions {

    private ClockFunctions() {}

    static void register(Registry registry) {
        clock(registry, "GETDATE", SqlType.DATETIME, Catalog::now);
        clock(registry, "CURRENT_TIMESTAMP", SqlType.DATETIME, Catalog::now);
        clock(registry, "GETUTCDATE", SqlType.DATETIME, ClockFunctions::utc);
        clock(registry, "SYSDATETIME", SqlType.datetime2(7), Catalog::now);
        clock(registry, "SYSUTCDATETIME", SqlType.datetime2(7), ClockFunctions::utc);
        Functions.typed(registry, "SYSDATETIMEOFFSET", 0, 0, call -> {
            Catalog catalog = call.binder().catalog();
            OffsetDateTime now = catalog.now().atOffset(ZoneOffset.ofTotalSeconds(catalog.offsetMinutes() * 60));
            return call.strict(SqlType.datetimeoffset(7), List.of(), a -> now);
        });
        Functions.typed(registry, "SWITCHOFFSET", 2, 2, call -> DateZones.offset(call, true));
        Functions.typed(registry, "TODATETIMEOFFSET", 2, 2, call -> DateZones.offset(call, false));
    }

    private static LocalDateTime utc(Catalog catalog) {
        return catalog.now().minusMinutes(catalog.offsetMinutes());
    }

    private static void clock(Registry registry, String name, SqlType type, Function<Catalog, LocalDateTime> now) {
        Functions.typed(registry, name, 0, 0, call -> {
            @Nullable
            Object value = Conversions.convert(now.apply(call.binder().catalog()), SqlType.datetime2(9), type);
            return Expr.over(type, false, name, List.of(), env -> value);
        });
    }
}
