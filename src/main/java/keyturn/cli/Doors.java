package keyturn.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import keyturn.evidence.EvidenceWriter;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.inspect.Worlds;
import keyturn.inspect.ties.TieBook;
import keyturn.run.Runner;
import keyturn.run.ShutdownRequest;
import keyturn.trouble.look.CheckLook;

/**
 * What the verbs work with; {@code app} builds it.
 *
 * @param worlds none where the practice range is not installed
 * @param checks reads what the checks look at
 * @param runs the folder that runs are filed in where none is named
 * @param state the folder of what this user's Keyturn remembers
 * @param marks asked before something is changed
 * @param ties which applications credentials sign in as
 * @param version of this program, as shown
 */
public record Doors(
        Connector connector,
        Optional<Worlds> worlds,
        Inspector inspector,
        CheckLook checks,
        Runner runner,
        EvidenceWriter evidence,
        Clock clock,
        Path runs,
        Path state,
        ShutdownRequest ending,
        ServerMarks marks,
        TieBook ties,
        String version) {

    /** @throws Ended as wrong usage where the practice range is not installed; says what is missing and where it goes */
    public Worlds practice() throws Ended {
        return worlds.orElseThrow(() -> Ended.usage("practice.missing"));
    }
}
