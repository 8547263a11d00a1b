package keyturn.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection.Partners;

/** Which other servers live on a database's log: availability group, mirror, log shipping. */
final class PartnerFacts {

    /** Shown where a group is seen but not its name. */
    private static final String NAMELESS = "?";

    private final Fact<Map<Integer, Row>> groups;
    private final Fact<Map<Integer, Row>> mirrors;
    private final Fact<Set<String>> shipped;

    PartnerFacts(SectionAnswers answers) {
        this.groups = answers.map(Section.GROUPS, DatabaseFacts::byId);
        this.mirrors = answers.map(Section.MIRRORS, DatabaseFacts::byId);
        this.shipped = answers.map(Section.LOG_SHIPPING, PartnerFacts::names);
    }

    Partners of(int id, DatabaseName name, boolean open) {
        return new Partners(
                then(groups, rows -> known(group(rows, id), Section.GROUPS)),
                then(mirrors, rows -> mirrored(rows, id, open)),
                then(shipped, names -> known(names.contains(folded(name.value())), Section.LOG_SHIPPING)));
    }

    private static Optional<String> group(Map<Integer, Row> rows, int id) {
        return Optional.ofNullable(rows.get(id))
                .map(row -> row.optionalText("group_name").orElse(NAMELESS));
    }

    /** Of a database that is not open the view may say nothing; only an open one's empty row says "no". */
    private static Fact<Boolean> mirrored(Map<Integer, Row> rows, int id, boolean open) {
        Row row = rows.get(id);
        if (row == null || !(open || row.yes("mirrored"))) {
            return new Fact.Unknown<>(Message.of("inspect.noRow", Section.MIRRORS.source()));
        }
        return known(row.yes("mirrored"), Section.MIRRORS);
    }

    /** Letter case is folded, whatever the collation: a database taken for log-shipped by mistake is only looked at twice. */
    private static Set<String> names(List<Row> rows) {
        return rows.stream().map(row -> folded(row.text("name"))).collect(Collectors.toSet());
    }

    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static <T> Fact<T> known(T value, Section section) {
        return new Fact.Known<>(value, section.source());
    }

    private static <T, U> Fact<U> then(Fact<T> fact, Function<T, Fact<U>> next) {
        return switch (fact) {
            case Fact.Known<T> known -> next.apply(known.content());
            case Fact.Unknown<T> unknown -> new Fact.Unknown<>(unknown.why());
            case Fact.NotPermitted<T> denied -> new Fact.NotPermitted<>(denied.permission());
        };
    }
}
