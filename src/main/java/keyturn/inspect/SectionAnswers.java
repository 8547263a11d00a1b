package keyturn.inspect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.TSqlQuotes;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Scope;

/**
 * What the server answered, section by section. Each SELECT is preceded by one that names its section: an error may end
 * the batch early or come as several messages, so counting results would put answers under wrong names.
 */
final class SectionAnswers {

    private static final String MARK = "keyturn_section";
    /** Errors that say "you may not": permission denied on an object, a column, a statement, the server, an action. */
    private static final Set<Integer> DENIED = Set.of(229, 230, 262, 297, 300, 371, 15003, 15247);

    private final Map<Section, Fact<List<Row>>> bySection = new EnumMap<>(Section.class);

    /** @param unsent sections that were left out, and why */
    SectionAnswers(List<SqlReader.Result> results, Map<Section, Fact<List<Row>>> unsent, Rights rights) {
        Map<Section, List<SqlReader.Result>> sorted = new EnumMap<>(Section.class);
        List<SqlReader.Result> current = new ArrayList<>();
        Message ended = Message.of("inspect.noAnswer");
        for (SqlReader.Result result : results) {
            ended = switch (result) {
                case SqlReader.Rows rows -> ended;
                case SqlReader.Cut cut -> cut.why();
                case SqlReader.Failed failed -> Message.of("inspect.batchEnded", failed.number(), failed.text());
            };
            Optional<Section> named = mark(result);
            if (named.isPresent()) {
                current = new ArrayList<>();
                sorted.put(named.get(), current);
            } else {
                current.add(result);
            }
        }
        for (Section section : Section.values()) {
            List<SqlReader.Result> own = sorted.getOrDefault(section, List.of());
            Message silence = ended;
            bySection.put(section, unsent.getOrDefault(section, fact(section, own, rights, silence)));
        }
    }

    private static Optional<Section> mark(SqlReader.Result result) {
        return result instanceof SqlReader.Rows rows
                        && rows.rows().size() == 1
                        && rows.rows().getFirst().containsKey(MARK)
                ? Optional.of(Section.valueOf(new Row(rows.rows().getFirst()).text(MARK)))
                : Optional.empty();
    }

    /** An error that says: you may not. */
    static boolean denied(int number) {
        return DENIED.contains(number);
    }

    static String batch(Set<Section> sections, int major, Scope scope) {
        String selects = sections.stream()
                .sorted()
                .map(section -> "SELECT N'" + section + "' AS " + MARK + ";\n" + section.select(major, scope) + ";\n")
                .collect(Collectors.joining());
        return switch (scope) {
            case Scope.Whole whole -> selects;
            case Scope.Server server -> selects;
            case Scope.OneDatabase one -> of(one.database(), selects);
        };
    }

    /** One text for all databases, so that the server makes its plan once. */
    private static String of(DatabaseName database, String selects) {
        return "EXEC sys.sp_executesql " + TSqlQuotes.literal(selects) + ", N'@database sysname', "
                + TSqlQuotes.literal(database.value()) + ";";
    }

    Fact<List<Row>> rows(Section section) {
        return java.util.Objects.requireNonNull(bySection.get(section));
    }

    /** The section's rows made into values; what cannot be made is an unknown fact with its reason. */
    <T> Fact<T> map(Section section, Function<List<Row>, T> make) {
        return switch (rows(section)) {
            case Fact.Known<List<Row>> known -> {
                try {
                    yield new Fact.Known<>(make.apply(known.content()), section.source());
                } catch (Row.Unexpected unexpected) {
                    yield new Fact.Unknown<>(unexpected.why());
                } catch (InvalidValue invalid) {
                    yield new Fact.Unknown<>(invalid.problem().summary());
                }
            }
            case Fact.Unknown<List<Row>> unknown -> new Fact.Unknown<>(unknown.why());
            case Fact.NotPermitted<List<Row>> denied -> new Fact.NotPermitted<>(denied.permission());
        };
    }

    <T> Fact<List<T>> list(Section section, Function<Row, T> make) {
        return map(section, rows -> rows.stream().map(make).toList());
    }

    private static Fact<List<Row>> fact(
            Section section, List<SqlReader.Result> results, Rights rights, Message silence) {
        for (SqlReader.Result result : results) {
            if (result instanceof SqlReader.Failed failed) {
                var need = section.need(rights).filter(n -> denied(failed.number()));
                return need.<Fact<List<Row>>>map(n -> new Fact.NotPermitted<>(n.least()))
                        .orElse(new Fact.Unknown<>(
                                Message.of("inspect.failed", section.source(), failed.number(), failed.text())));
            }
        }
        for (SqlReader.Result result : results) {
            if (result instanceof SqlReader.Cut cut) {
                return new Fact.Unknown<>(cut.why());
            }
        }
        return results.stream()
                .filter(SqlReader.Rows.class::isInstance)
                .map(SqlReader.Rows.class::cast)
                .findFirst()
                .<Fact<List<Row>>>map(rows ->
                        new Fact.Known<>(rows.rows().stream().map(Row::new).toList(), section.source()))
                .orElse(new Fact.Unknown<>(silence));
    }
}
