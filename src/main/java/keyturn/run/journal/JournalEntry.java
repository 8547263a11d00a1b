package keyturn.run.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import keyturn.domain.NodeName;
import keyturn.domain.Sha256;
import keyturn.plan.step.StepId;

/**
 * A line of the journal.
 *
 * @param seq from 1, without gaps
 * @param prev the hash of the line before; zeros in the first
 * @param told everything else
 */
public record JournalEntry(long seq, String prev, Instant at, String run, Line told) {

    /** What a line tells; written in small letters. */
    public enum Event {
        APPROVED,
        STARTED,
        DONE,
        SKIPPED,
        FAILED,
        /** What was started did not leave this machine. */
        NOT_SENT,
        /** What was started was sent, and no answer told whether it took effect. */
        UNANSWERED,
        STOPPED,
        /** Somebody went on with a run that had ended early, or had to take its lock again. */
        RESUMED,
        /** A back-out was approved; written before anything else of it. */
        BACKOUT,
        /** A back-out came to its end. */
        UNDONE,
        VERIFIED,
        /** A look and its evidence were filed: binds every file of the run's folder. */
        FILED,
        /** The run goes on from another folder, as on another machine; or this folder is the one that it goes on from. */
        TAKEN_OVER;

        /** As a line has it: {@code not-sent}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Event of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public Event event() {
        return told.event();
    }

    public Optional<StepId> step() {
        return told.step();
    }

    public Optional<String> digest() {
        return told.digest();
    }

    public Optional<String> error() {
        return told.error();
    }

    public ServerSeen server() {
        return told.server();
    }

    public BoundFiles files() {
        return told.files();
    }

    /** Of a look that followed a run; says nothing of what the run did. */
    public boolean isOfLook() {
        return event() == Event.VERIFIED || event() == Event.FILED;
    }

    /** By which the directory knows the secret that a credential was given; empty where the line tells of none. */
    public Optional<String> secretGiven() {
        return note().flatMap(note -> switch (note) {
            case Note.Gave gave -> Optional.of(gave.keyId());
            case Note.Made made -> Optional.empty();
            case Note.LeftOut out -> Optional.empty();
            case Note.Untested untested -> Optional.empty();
            case Note.LockAgain again -> Optional.empty();
            case Note.Torn torn -> Optional.empty();
            case Note.ApprovedAnew anew -> Optional.empty();
            case Note.HandedOver handed -> Optional.empty();
            case Note.TakenFrom from -> Optional.empty();
        });
    }

    public Optional<Note> note() {
        return told.note();
    }

    /** From here on the lines are of the plan that it names. */
    boolean namesPlan() {
        return switch (event()) {
            case APPROVED, RESUMED, BACKOUT -> true;
            case STARTED, DONE, SKIPPED, FAILED, NOT_SENT, UNANSWERED, STOPPED, UNDONE, VERIFIED, FILED, TAKEN_OVER ->
                false;
        };
    }

    /** A program began here, or went on, with what has evidence of its own. */
    public boolean beginsStretch() {
        return switch (event()) {
            case APPROVED, RESUMED -> note().map(JournalEntry::ofNewStretch).orElse(true);
            case BACKOUT,
                    STARTED,
                    DONE,
                    SKIPPED,
                    FAILED,
                    NOT_SENT,
                    UNANSWERED,
                    STOPPED,
                    UNDONE,
                    VERIFIED,
                    FILED,
                    TAKEN_OVER -> false;
        };
    }

    private static boolean ofNewStretch(Note note) {
        return switch (note) {
            case Note.LockAgain again -> false;
            case Note.ApprovedAnew anew -> false;
            case Note.HandedOver handed -> false;
            case Note.TakenFrom from -> false;
            case Note.Torn torn -> true;
            case Note.Made made -> true;
            case Note.Gave gave -> true;
            case Note.LeftOut out -> true;
            case Note.Untested untested -> true;
        };
    }

    /** SHA-256 over the line without this field. */
    public String hash() {
        ObjectNode json = json();
        json.remove("hash");
        return Sha256.of(json.toString());
    }

    /** One line, without its end. */
    String line() {
        return json().put("hash", hash()).toString();
    }

    private ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("seq", seq)
                .put("prev", prev)
                .put("hash", "")
                .put("at", at.toString())
                .put("run", run)
                .put("step", told.step().map(StepId::number).orElse(null))
                .put("event", event().word())
                .put("node", told.node().map(NodeName::value).orElse(null))
                .put("digest", told.digest().orElse(null))
                .put("error", told.error().orElse(null));
        told.note().ifPresentOrElse(note -> json.set("note", note.json()), () -> json.putNull("note"));
        json.set("server", told.server().json());
        json.set("files", told.files().json());
        return json;
    }

    /** @throws RuntimeException of some kind if it is no such line; the reader then calls it edited */
    static JournalEntry of(JsonNode json) {
        return new JournalEntry(
                json.required("seq").longValue(),
                json.required("prev").textValue(),
                Instant.parse(json.required("at").textValue()),
                json.required("run").textValue(),
                new Line(
                        Event.of(json.required("event").textValue()),
                        Optional.of(json.required("step"))
                                .filter(JsonNode::isInt)
                                .map(step -> new StepId(step.intValue())),
                        Optional.ofNullable(json.required("node").textValue()).map(NodeName::new),
                        Optional.ofNullable(json.required("digest").textValue()),
                        Optional.ofNullable(json.required("error").textValue()),
                        Optional.of(json.required("note"))
                                .filter(note -> !note.isNull())
                                .map(Note::of),
                        ServerSeen.of(json.required("server")),
                        BoundFiles.of(json.required("files"))));
    }
}
