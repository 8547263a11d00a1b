package keyturn.plan.words;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.plan.due.DueMark;
import keyturn.plan.due.DueSubject;
import keyturn.plan.due.TimeLine;
import keyturn.plan.due.TimeRow;
import keyturn.plan.fact.Times;

/** What is due when, in words: the same in the picture, its text and the command line. */
public final class DueWords {

    private static final String PREFIX = "plan.due.";

    private DueWords() {}

    /** Whose row it is. */
    public static String name(DueSubject subject) {
        return switch (subject) {
            case DueSubject.KeyInUse key -> shown(key.key());
            case DueSubject.OldKey old -> text("oldKey", shown(old.key()));
            case DueSubject.Secrets secrets ->
                secrets.application()
                        .map(DueWords::shown)
                        .map(name -> text("secrets", name))
                        .orElse(text("secretsUnseen"));
        };
    }

    /** How old it is, where that is known. */
    public static String age(TimeRow row, Instant now) {
        return row.since()
                .map(since -> text("age", Duration.between(since, now).toDays()))
                .orElse("");
    }

    /** A date with what happens then. */
    public static String mark(DueMark mark, Instant now) {
        String when = mark.at().isAfter(now) ? "ahead" : "over";
        String key = "mark." + mark.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + when;
        String days = String.valueOf(Times.days(now, mark.at()));
        return mark.label().isEmpty()
                ? text(key, Times.day(mark.at()), days)
                : text("mark.of", text(key, Times.day(mark.at()), days), shown(mark.label()));
    }

    /** A line for each row. */
    public static List<String> lines(TimeLine line) {
        List<String> lines = new ArrayList<>(List.of(text("today", Times.day(line.now()))));
        line.rows().forEach(row -> lines.add(line(row, line.now())));
        return lines;
    }

    /** A row in one line. */
    public static String line(TimeRow row, Instant now) {
        String told = Stream.of(
                        Stream.of(age(row, now)),
                        row.marks().stream().map(mark -> mark(mark, now)),
                        row.unknown().stream().map(Message::text))
                .flatMap(all -> all)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return text("line", name(row.subject()), told.isEmpty() ? text("nothing") : told);
    }

    private static String shown(Object name) {
        return OneLine.shown(String.valueOf(name));
    }

    private static String text(String key, Object... arguments) {
        return Message.of(PREFIX + key, arguments).text();
    }
}
