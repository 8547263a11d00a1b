package keyturn.evidence.csv;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import keyturn.domain.Message;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.evidence.KeyChain;
import keyturn.plan.check.Covered;
import keyturn.plan.check.Finding;

/** The lists that people take elsewhere, as CSV. Facts that are not known say so in their cell. */
public final class CsvLists {

    private CsvLists() {}

    /** The databases of an inspection and what each hangs on. */
    public static String databases(Inspection inspection) {
        return list(
                List.of(
                        "database",
                        "state",
                        "recoveryModel",
                        "encryptionState",
                        "thumbprint",
                        "asymmetricKey",
                        "login",
                        "credential",
                        "vault"),
                inspection.facts().databases(),
                row -> database(row, inspection.facts()));
    }

    private static List<String> database(Database row, Inspection.Facts facts) {
        KeyChain chain = KeyChain.of(row, facts);
        return List.of(
                row.name().value(),
                row.state(),
                row.recoveryModel(),
                optional(row.key(), key -> String.valueOf(key.state())),
                optional(row.key(), key -> key.thumbprint().toString()),
                optional(chain.asymmetricKey(), String::valueOf),
                optional(chain.login(), String::valueOf),
                optional(chain.credential(), String::valueOf),
                optional(chain.vault(), String::valueOf));
    }

    public static String findings(List<Finding> findings) {
        return Csv.write(
                List.of("severity", "code", "title", "reason", "detail", "next", "source"),
                findings.stream()
                        .map(one -> List.of(
                                one.severity().name(),
                                one.code(),
                                one.title().text(),
                                one.reason().text(),
                                one.detail().orElse(""),
                                one.next().map(Message::text).orElse(""),
                                one.source().text()))
                        .toList());
    }

    /** "Am I covered?": instants in UTC, to the second. */
    public static String covered(List<Covered> covered) {
        return Csv.write(
                List.of("database", "lastFull", "lastDifferential", "lastLog", "keyBackup"),
                covered.stream()
                        .map(one -> List.of(
                                one.database().value(),
                                optional(one.full(), CsvLists::seconds),
                                optional(one.differential(), CsvLists::seconds),
                                optional(one.log(), CsvLists::seconds),
                                written(one.keyBackup(), String::valueOf)))
                        .toList());
    }

    /** Who holds a session with a provider. */
    public static String sessions(Inspection inspection) {
        return list(
                List.of("provider", "session", "login", "program", "host"),
                inspection.facts().around().sessions(),
                one -> List.of(
                        provider(inspection, one.providerId()),
                        String.valueOf(one.sessionId()),
                        one.login(),
                        one.program(),
                        one.host()));
    }

    private static String provider(Inspection inspection, int id) {
        return inspection.facts().providers().value().orElse(List.of()).stream()
                .filter(row -> row.id() == id)
                .map(row -> row.name().value())
                .findFirst()
                .orElse(String.valueOf(id));
    }

    /** Jobs that start within a day of the look; instants in UTC, to the second. */
    public static String jobs(Inspection inspection) {
        return list(
                List.of("job", "next"),
                inspection.facts().around().jobs(),
                one -> List.of(one.name(), seconds(one.next())));
    }

    /** A list that is not known has one row, which says why. */
    private static <T> String list(List<String> head, Fact<List<T>> rows, Function<T, List<String>> cells) {
        return Csv.write(
                head,
                rows.value()
                        .map(known -> known.stream().map(cells).toList())
                        .orElseGet(() -> List.of(unknown(written(rows, known -> ""), head.size()))));
    }

    private static List<String> unknown(String why, int width) {
        List<String> cells = new ArrayList<>(Collections.nCopies(width, ""));
        cells.set(0, why);
        return cells;
    }

    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static <T> String optional(Fact<Optional<T>> fact, Function<T, String> value) {
        return written(fact, content -> content.map(value).orElse(""));
    }

    private static <T> String written(Fact<T> fact, Function<T, String> value) {
        return switch (fact) {
            case Fact.Known<T> known -> value.apply(known.content());
            case Fact.Unknown<T> unknown -> "unknown: " + unknown.why().text();
            case Fact.NotPermitted<T> denied ->
                "not permitted: " + denied.permission().name() + " on "
                        + denied.permission().securable();
        };
    }
}
