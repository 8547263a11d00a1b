package keyturn.run.door;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Secret;

/** What became of an act, at every door alike; by what was observed of it. */
public sealed interface Outcome {

    /**
     * It was done.
     *
     * @param secret that came of it, where one did
     */
    record Done(Answer answer, Optional<MadeSecret> secret) implements Outcome {

        public Done(Answer answer) {
            this(answer, Optional.empty());
        }
    }

    /** The act did not leave this machine: no connection, no token, or what was looked up before it forbids it. */
    record NotSent(Problem problem) implements Outcome {}

    /** An error answer arrived. */
    record Refused(Problem problem, RefusalKind kind) implements Outcome {}

    /** It was sent, or may have been, and no answer tells what became of it: started and never done, until a look tells. */
    record Unanswered(Problem problem) implements Outcome {}

    /**
     * What a door answered to an act that it did.
     *
     * @param messages in order
     * @param tables the results, in order
     */
    record Answer(Duration took, List<DoorMessage> messages, List<Table> tables) {
        public Answer {
            messages = List.copyOf(messages);
            tables = List.copyOf(tables);
        }
    }

    /**
     * A secret that came of an act. Who performed the act keeps no copy; the run holds it until it ends.
     *
     * @param slot its number in the plan
     * @param keyId by which the directory knows it; empty: it did not say
     */
    record MadeSecret(int slot, Secret secret, Optional<String> keyId) {}

    /** A result: column names, and rows of as many text cells. */
    record Table(List<String> head, List<List<String>> rows) {
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
