package keyturn.run.journal;

import java.util.Optional;
import keyturn.domain.NodeName;
import keyturn.plan.step.StepId;
import keyturn.run.journal.JournalEntry.Event;

/**
 * What is to be written as a journal's next line; the journal adds number, time and hashes.
 *
 * @param step and its node, where the line is about one
 * @param digest of the plan where it was approved, resumed, undone, is to be backed out or is not, of the act where one was sent, of
 *     the file of verdicts where a later look was verified
 * @param error code and numbers of what went wrong
 * @param server what it said then
 * @param files that the line binds
 */
public record Line(
        Event event,
        Optional<StepId> step,
        Optional<NodeName> node,
        Optional<String> digest,
        Optional<String> error,
        Optional<Note> note,
        ServerSeen server,
        BoundFiles files) {

    /** Of the run as a whole. */
    public static Line of(Event event) {
        return new Line(
                event,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ServerSeen.NOTHING,
                BoundFiles.NONE);
    }

    public static Line of(Event event, String digest) {
        return of(event).digest(Optional.of(digest));
    }

    public Line at(StepId id, NodeName on) {
        return new Line(event, Optional.of(id), Optional.of(on), digest, error, note, server, files);
    }

    public Line digest(Optional<String> of) {
        return new Line(event, step, node, of, error, note, server, files);
    }

    public Line error(String code) {
        return new Line(event, step, node, digest, Optional.of(code), note, server, files);
    }

    public Line note(Optional<? extends Note> told) {
        return new Line(event, step, node, digest, error, told.map(one -> one), server, files);
    }

    public Line note(Note told) {
        return note(Optional.of(told));
    }

    public Line server(ServerSeen seen) {
        return new Line(event, step, node, digest, error, note, seen, files);
    }

    public Line files(BoundFiles bound) {
        return new Line(event, step, node, digest, error, note, server, bound);
    }
}
