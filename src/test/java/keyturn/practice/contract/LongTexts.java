package keyturn.practice.contract;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cases that are too long to be written down: batches and values of many packets. */
final class LongTexts {

    private static final int LENGTH = 200_000;
    private static final int STATEMENTS = 2_000;

    private LongTexts() {}

    static List<Case> cases() {
        return List.of(literal(), statements(), value());
    }

    private static Case literal() {
        String sql = "SELECT LEN(N'" + "κ".repeat(LENGTH) + "'), DATALENGTH(N'" + "λ".repeat(LENGTH) + "');";
        return one("a literal of many packets", sql, LENGTH + " | " + 2 * LENGTH);
    }

    private static Case statements() {
        String sql = IntStream.range(0, STATEMENTS)
                .mapToObj(i -> "SET @n += " + i + ";")
                .collect(Collectors.joining("\n", "DECLARE @n int = 0;\n", "\nSELECT @n;"));
        return one("a batch of many statements", sql, String.valueOf(STATEMENTS * (STATEMENTS - 1) / 2));
    }

    private static Case value() {
        String sql = "SELECT REPLICATE(CAST(N'ab' AS nvarchar(max)), 20000);";
        return one("a value of many packets", sql, "ab".repeat(20_000));
    }

    private static Case one(String name, String sql, String row) {
        return new Case(name, List.of(new Batch(sql, new Answer("", List.of(row), List.of(), List.of()))));
    }
}
