package keyturn.cli;

import java.nio.file.Path;
import java.time.Clock;
import keyturn.evidence.EvidenceWriter;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.inspect.Worlds;
import keyturn.run.Runner;

/**
 * What the verbs work with; {@code app} builds it.
 *
 * @param runs the folder that runs are filed in where none is named
 * @param version of this program, as shown
 */
public record Doors(
        Connector connector,
        Worlds worlds,
        Inspector inspector,
        Runner runner,
        EvidenceWriter evidence,
        Clock clock,
        Path runs,
        Ending ending,
        String version) {}
