package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.server.state.AvailabilityGroup;
import keyturn.practice.server.state.Partners;
import keyturn.practice.server.views.ServerFunctions.Shape;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Functions that are called with their schema: {@code sys.fn_varbintohexstr}, {@code msdb.dbo.agent_datetime}. */
final class BinaryFunctions {

    private static final SqlType TEXT = nvarchar(SqlType.MAX);
    private static final SqlType BINARY = varbinary(SqlType.MAX);

    /** By schema and name. */
    private static final Map<String, Shape> ALL = Map.of(
            "sys.fn_varbintohexstr",
            new Shape("fn_varbintohexstr", List.of(BINARY), 1, TEXT, a -> hex(a, 0, true, 1, 0)),
            "sys.fn_varbintohexsubstring",
            new Shape("fn_varbintohexsubstring", List.of(BIT, BINARY, INT, INT), 4, TEXT, BinaryFunctions::substring),
            "sys.fn_hadr_backup_is_preferred_replica",
            new Shape("fn_hadr_backup_is_preferred_replica", List.of(SYSNAME), 1, BIT, a -> true),
            "sys.fn_hadr_is_primary_replica",
            new Shape("fn_hadr_is_primary_replica", List.of(SYSNAME), 1, BIT, BinaryFunctions::primary),
            "dbo.fn_syspolicy_is_automation_enabled",
            new Shape("fn_syspolicy_is_automation_enabled", List.of(), 0, BIT, a -> true),
            "dbo.agent_datetime",
            new Shape("agent_datetime", List.of(INT, INT), 2, SqlType.DATETIME, BinaryFunctions::agentInstant));

    private BinaryFunctions() {}

    static Optional<Shape> find(String schema, String name) {
        String known = (schema + "." + name).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(ALL.get(known)).filter(s -> Prevailing.here().same(known, schema + "." + name));
    }

    private static @Nullable Object substring(Args arguments) {
        Integer from = arguments.number(2);
        Integer count = arguments.number(3);
        boolean prefix = Boolean.TRUE.equals(arguments.values().getFirst());
        return from == null || count == null ? null : hex(arguments, 1, prefix, from, count);
    }

    /** Hexadecimal in lower case; a count of 0 is all. */
    private static @Nullable Object hex(Args arguments, int place, boolean prefix, int from, int count) {
        if (!(arguments.values().get(place) instanceof Bytes bytes)) {
            return null;
        }
        byte[] all = bytes.toArray();
        int start = Math.min(Math.max(from, 1) - 1, all.length);
        int end = count <= 0 ? all.length : Math.min(all.length, start + count);
        String digits = HexFormat.of().formatHex(Arrays.copyOfRange(all, start, end));
        return prefix ? "0x" + digits : digits;
    }

    private static @Nullable Object primary(Args arguments) {
        Scene scene = arguments.scene();
        String name = String.valueOf(arguments.text(0));
        Optional<Partners.Membership> member =
                scene.instance().database(name).flatMap(d -> d.partners().group());
        return member.map(m -> scene.instance().topology().groups().stream()
                        .filter(g -> g.name().equalsIgnoreCase(m.group()))
                        .flatMap(g -> g.replica(m.replica()).stream())
                        .anyMatch(AvailabilityGroup.Replica::primary))
                .orElse(null);
    }

    /** From the two numbers in which the agent keeps instants: 20260131 and 93005. */
    private static @Nullable Object agentInstant(Args arguments) {
        Integer date = arguments.number(0);
        Integer time = arguments.number(1);
        if (date == null || time == null || date < 17530101) {
            return null;
        }
        return LocalDate.of(date / 10000, date / 100 % 100, date % 100)
                .atTime(time / 10000, time / 100 % 100, time % 100);
    }
}
