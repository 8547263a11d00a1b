package keyturn.ui.run.startup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import keyturn.inspect.startup.StartupSeen;
import keyturn.inspect.startup.StartupSeen.Opening;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;

/**
 * A look at a server that starts, as it is shown.
 *
 * @param title when, and whether the server answered
 * @param counts a tag for each state, the worst first
 * @param rows the databases, the worst first
 */
public record StartupShown(String title, List<Tag> counts, List<Row> rows) {

    public StartupShown {
        counts = List.copyOf(counts);
        rows = List.copyOf(rows);
    }

    /**
     * A database.
     *
     * @param share of its recovery, from 0 to 1; below 0: nobody tells
     * @param said the share in words; blank as long as nobody tells
     */
    public record Row(String name, Tag state, double share, String said) {

        /** For a screen reader. */
        @Override
        public String toString() {
            return said.isEmpty() ? name + ", " + state.word() : name + ", " + state.word() + ", " + said;
        }
    }

    /** The server takes no connection. */
    static StartupShown waiting(Instant at, ZoneId zone) {
        return new StartupShown(Words.of("run.startup.down", WindowTimes.clock(at, zone)), List.of(), List.of());
    }

    static StartupShown of(StartupSeen seen, ZoneId zone) {
        return new StartupShown(
                Words.of("run.startup.title", WindowTimes.clock(seen.at(), zone)),
                seen.counts().entrySet().stream()
                        .map(one -> new Tag(
                                tone(one.getKey()), Words.of("run.startup.count", one.getValue(), one.getKey())))
                        .toList(),
                seen.databases().stream().map(StartupShown::row).toList());
    }

    private static Row row(Opening one) {
        String said = one.percent().isPresent()
                ? Words.of("run.startup.percent", one.percent().getAsInt())
                : "";
        return new Row(
                one.name().value(),
                new Tag(tone(one.state()), one.state()),
                one.percent().isPresent() ? one.percent().getAsInt() / 100.0 : -1,
                said);
    }

    private static Tone tone(String state) {
        return switch (state) {
            case "ONLINE" -> Tone.FINE;
            case "RECOVERING" -> Tone.INFO;
            case "RESTORING", "OFFLINE" -> Tone.ATTENTION;
            default -> Tone.DANGER;
        };
    }
}
