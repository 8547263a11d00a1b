package keyturn.inspect;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Target;

/**
 * Practice worlds: what window and command line may ask for, without knowing the range. Anyone who offers them is found by
 * {@link java.util.ServiceLoader} in the range's own jar; where that jar is missing there are none.
 */
public interface Worlds extends AutoCloseable {

    List<Scenario> scenarios();

    /** @throws Problem.Raised if the scenario or a fault is unknown or does not start */
    default World start(String scenario, List<String> faults) throws Problem.Raised {
        return start(scenario, faults, Files.NONE);
    }

    /** @throws Problem.Raised also if a file cannot be written */
    World start(String scenario, List<String> faults, Files files) throws Problem.Raised;

    /**
     * Starts a world that is like a server as far as an inspection of it tells, with keys, secrets and an identity of its own.
     *
     * @param inspection as {@code inspect --json} writes it
     * @throws Problem.Raised if it is no such text, or of a server that no world can be like
     */
    World copy(String inspection, List<String> faults, Files files) throws Problem.Raised;

    /** Closes the worlds that are still open. */
    @Override
    void close();

    /** A scenario, one line about it, and what goes wrong in it. */
    record Scenario(String name, String about, Group group) {}

    /** What goes wrong in a scenario, or what is special about it, in the order in which they are offered. */
    enum Group {
        USUAL,
        /** Keys, secrets and vaults: a restart would fail, or nobody can tell. */
        KEYS,
        CONNECTOR,
        DATABASES,
        /** Clusters, availability groups and other partners. */
        SERVERS,
        VERSIONS,
        NAMES,
        SIZE
    }

    /**
     * By what other processes find, trust and follow a world.
     *
     * @param ready written whole once the world takes connections, gone when it is closed
     * @param log a line for each batch the world received; stays
     * @param names of hosts that the world's certificate is good for as well
     */
    record Files(Optional<Path> ready, Optional<Path> log, List<String> names) {
        public static final Files NONE = new Files(Optional.empty(), Optional.empty(), List.of());

        public Files {
            names = List.copyOf(names);
        }
    }

    /**
     * What a world offers to other processes, by the names that stand in the ready file, in its order: {@code sql},
     * {@code user}, {@code password} … These passwords open nothing but this world and are meant to be shown.
     */
    record Offers(SequencedMap<String, String> byName) {
        public Offers {
            byName = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byName));
        }
    }

    /** A running world. */
    interface World extends AutoCloseable {

        Target target();

        String scenario();

        Offers offers();

        /** Of a copy, what it cannot have as the server has it, a sentence each; empty for the worlds of a scenario. */
        default List<Message> differences() {
            return List.of();
        }

        /** Restarts the practice server, as its host would; returns once it takes connections again, or does not start. */
        void restart();

        /**
         * Has these databases backed up, the log and then the whole, as a job of the server's DBA would. Returns once that is done,
         * or was refused; the server's own history tells which.
         */
        void backUp(List<String> databases);

        /** Returns once the world is closed, from here or through its own control door. */
        void awaitClosed() throws InterruptedException;

        @Override
        void close();
    }
}
