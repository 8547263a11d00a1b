package keyturn.run.door;

import java.time.Duration;
import java.util.List;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.Target;
import keyturn.script.ApprovedPlan;
import keyturn.script.act.Act;

/** Opens write ports, for an approved plan and nothing else. */
public interface Access {

    /** @param runId goes into the program name: {@code Keyturn/<run id>/act} */
    Acts open(Target target, ApprovedPlan plan, String runId) throws Problem.Raised;

    /**
     * Takes the instance's one lock, without waiting.
     *
     * @throws Problem.Raised {@code run.locked} if another run holds it, with who, since when and from where as far as this
     *     login may see it; {@code run.act-running} if an act of an interrupted run is still being performed
     */
    Lock lock(Target target, ApprovedPlan plan, String runId) throws Problem.Raised;

    /** While it is held, no other run begins on that instance. It lives on a connection of its own and dies with it. */
    interface Lock extends AutoCloseable {

        /**
         * Makes sure that it is held, before whatever reads or acts.
         *
         * @return false where it had been lost and was taken again: others may have acted in between
         * @throws Problem.Raised if another holds it now, or nobody can be asked
         */
        boolean stillHeld() throws Problem.Raised;

        @Override
        void close();
    }

    /** An open way to act; one session, kept for the whole run. */
    interface Acts extends AutoCloseable {

        /** Performs an act to its end and drains every result. */
        Outcome perform(Act act);

        @Override
        void close();
    }

    /** What became of an act. */
    sealed interface Outcome {}

    /**
     * The server did it.
     *
     * @param messages what the server said, in order, as text with number: {@code 3014 BACKUP LOG successfully …}
     * @param tables the results, in order
     */
    record Done(Duration took, List<String> messages, List<Table> tables) implements Outcome {
        public Done {
            messages = List.copyOf(messages);
            tables = List.copyOf(tables);
        }
    }

    /**
     * Done, and a secret came of it. Who performed the act keeps no copy; the run holds it until it ends.
     *
     * @param slot its number in the plan
     */
    record Made(Done done, int slot, Secret secret) implements Outcome {}

    /** A result: column names, and rows of as many text cells. */
    record Table(List<String> head, List<List<String>> rows) {
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** The server refused, with its own numbers. */
    record Refused(Duration took, Problem problem) implements Outcome {}

    /** The connection went away between sending and answer: unknown, not failed. */
    record Lost(Duration took, Problem problem) implements Outcome {}
}
