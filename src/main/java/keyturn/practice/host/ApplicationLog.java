package keyturn.practice.host;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import keyturn.practice.server.state.History;
import keyturn.practice.server.state.LogLine;
import keyturn.practice.web.Json;

/**
 * What the connector wrote to the Application log: an event for each call of SQL Server that failed in it, with its code. The words
 * are the range's own, since no document shows those of the connector.
 */
record ApplicationLog(WindowsHost host) {

    private static final Pattern CODE = Pattern.compile("Provider error code: (\\d{1,9})");
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);

    private record Event(LocalDateTime at, String code) {}

    /** As {@code look-host} gives them. */
    ArrayNode seen() {
        ArrayNode all = Json.array();
        for (Event event : events()) {
            all.addObject()
                    .put("at", INSTANT.format(event.at()))
                    .put("id", 0)
                    .put("level", "Error")
                    .put("message", message(event));
        }
        return all;
    }

    /**
     * As {@code Get-WinEvent} gives them.
     *
     * @throws HostError where there are none
     */
    ArrayNode records(int most) {
        List<Event> events = events();
        if (events.isEmpty()) {
            throw new HostError(
                    "NoMatchingEventsFound", "No events were found that match the specified selection criteria.");
        }
        ArrayNode all = Json.array();
        events.stream()
                .limit(most)
                .forEach(event -> all.addObject()
                        .put("TimeCreated", event.at().toString())
                        .put("Id", 0)
                        .put("LevelDisplayName", "Error")
                        .put("Message", message(event)));
        return all;
    }

    private static String message(Event event) {
        return "PRACTICE: a call of SQL Server failed. Provider error code: " + event.code() + ".";
    }

    /** The newest first, in UTC. One call fails once, though a statement and the ERRORLOG both tell of it. */
    private List<Event> events() {
        History history = host.engine().instance().history();
        Duration ahead = Duration.ofMinutes(Math.round(Duration.between(
                                LocalDateTime.now(ZoneOffset.UTC), host.engine().now())
                        .toSeconds()
                / 60.0));
        Stream<LogLine> logs = Stream.concat(
                history.errorLog().stream(), history.archive().stream().flatMap(List::stream));
        Set<Event> once = new HashSet<>();
        Stream.concat(logs, history.events().stream()).forEach(line -> {
            Matcher code = CODE.matcher(line.text());
            if (code.find()) {
                once.add(new Event(line.at().minus(ahead).truncatedTo(ChronoUnit.SECONDS), code.group(1)));
            }
        });
        List<Event> all = new ArrayList<>(once);
        all.sort(Comparator.comparing(Event::at).thenComparing(Event::code).reversed());
        return all;
    }
}
