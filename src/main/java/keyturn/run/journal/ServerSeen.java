package keyturn.run.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.OffsetDateTime;
import java.util.Optional;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.ServerStart;

/**
 * What the server said as a line was written.
 *
 * @param time of its clock, right after a change was done
 * @param start when it had started, as the look before the first act read it
 * @param login whose acts follow: the SQL Server login that signed in
 */
public record ServerSeen(Optional<OffsetDateTime> time, Optional<ServerStart> start, Optional<String> login) {

    public static final ServerSeen NOTHING = new ServerSeen(Optional.empty(), Optional.empty(), Optional.empty());

    public static ServerSeen at(Optional<OffsetDateTime> time) {
        return new ServerSeen(time, Optional.empty(), Optional.empty());
    }

    /** By the look that a stretch of a run begins with. */
    public static ServerSeen before(Inspection look) {
        return new ServerSeen(
                Optional.empty(),
                look.facts().startedAt().value(),
                Optional.of(look.identity().loginName()));
    }

    /** Null where it said nothing. */
    JsonNode json() {
        if (equals(NOTHING)) {
            return JsonNodeFactory.instance.nullNode();
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("time", time.map(OffsetDateTime::toString).orElse(null))
                .put("start", start.map(ServerStart::toString).orElse(null))
                .put("login", login.orElse(null));
    }

    /** @throws RuntimeException of some kind if it is no such object */
    static ServerSeen of(JsonNode json) {
        if (json.isNull()) {
            return NOTHING;
        }
        return new ServerSeen(
                text(json, "time").map(OffsetDateTime::parse),
                text(json, "start").map(ServerStart::parse),
                text(json, "login"));
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.ofNullable(json.required(field).textValue());
    }
}
