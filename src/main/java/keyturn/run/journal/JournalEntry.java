package keyturn.run.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import keyturn.plan.step.StepId;
import keyturn.run.files.Digests;

/**
 * A line of the journal.
 *
 * @param seq from 1, without gaps
 * @param prev the hash of the line before; zeros in the first
 * @param digest of the plan where it was approved, resumed or undone, of the act where one was sent, of the
 *     file of verdicts where a later look was verified
 * @param error code and numbers of what went wrong; where a step was left out, the reason that was given; where one made
 *     something that nothing else tells of later, what it was ({@code run.noted}), without secrets
 */
public record JournalEntry(
        long seq,
        String prev,
        Instant at,
        String run,
        Optional<StepId> step,
        Event event,
        Optional<String> digest,
        Optional<String> error) {

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
        /** A way back came to its end. */
        UNDONE,
        VERIFIED;

        /** As a line has it: {@code not-sent}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Event of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** SHA-256 over the line without this field. */
    public String hash() {
        ObjectNode json = json();
        json.remove("hash");
        return Digests.of(json.toString());
    }

    /** One line, without its end. */
    String line() {
        return json().put("hash", hash()).toString();
    }

    private ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("seq", seq)
                .put("prev", prev)
                .put("hash", "")
                .put("at", at.toString())
                .put("run", run)
                .put("step", step.map(StepId::number).orElse(null))
                .put("event", event.word())
                .put("digest", digest.orElse(null))
                .put("error", error.orElse(null));
    }

    /** @throws RuntimeException of some kind if it is no such line; the reader then calls it edited */
    static JournalEntry of(JsonNode json) {
        return new JournalEntry(
                json.required("seq").longValue(),
                json.required("prev").textValue(),
                Instant.parse(json.required("at").textValue()),
                json.required("run").textValue(),
                Optional.of(json.required("step")).filter(JsonNode::isInt).map(step -> new StepId(step.intValue())),
                Event.of(json.required("event").textValue()),
                Optional.ofNullable(json.required("digest").textValue()),
                Optional.ofNullable(json.required("error").textValue()));
    }
}
