package keyturn.ui;

import java.nio.file.Path;
import java.time.Clock;
import keyturn.domain.Inspection;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.inspect.Session;
import keyturn.inspect.Worlds;
import keyturn.run.Runner;
import keyturn.ui.verify.Filing;

/**
 * Everything the window needs from outside.
 *
 * @param folder where each run makes a folder of its own for journal and evidence
 * @param filing files the evidence of a completed run
 * @param who approves, by the name that goes into approval and journal
 * @param version of the product
 */
public record UiDoors(
        Connector connector,
        Worlds worlds,
        Inspector inspector,
        Runner runner,
        Clock clock,
        Path folder,
        Filing filing,
        String who,
        String version) {

    /** Connects, inspects, lets go. */
    Inspection look(Target target) throws Problem.Raised {
        try (Session session = connector.open(target)) {
            return inspector.inspect(session);
        }
    }
}
