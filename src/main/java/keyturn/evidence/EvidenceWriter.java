package keyturn.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.run.DurableFile;
import keyturn.run.Journal;
import keyturn.run.RunResult;
import keyturn.run.RunTrail;

/** Files the evidence of a run beside its plan, its way back and its journal. */
public final class EvidenceWriter {

    /** Its name in the run's folder. */
    public static final String FILE = "evidence.json";

    private final String toolVersion;

    public EvidenceWriter(String toolVersion) {
        this.toolVersion = toolVersion;
    }

    /**
     * Writes {@link #FILE} into the run's folder.
     *
     * @return the file written
     * @throws Problem.Raised if it cannot be written, or is there; the run itself stands as it is
     */
    public Path write(RunResult.Completed result) throws Problem.Raised {
        return write(new EvidencePack(
                toolVersion,
                result.trail(),
                Journal.read(result.journal()),
                Optional.of(result.verification()),
                Optional.empty()));
    }

    /** The same for a run that stopped: where and why, and no verdicts. */
    public Path write(RunResult.Stopped result) throws Problem.Raised {
        return write(new EvidencePack(
                toolVersion,
                result.trail(),
                Journal.read(result.journal()),
                Optional.empty(),
                Optional.of(new EvidencePack.Stop(result.at(), result.problem()))));
    }

    private static Path write(EvidencePack pack) throws Problem.Raised {
        RunTrail trail = pack.trail();
        Path file = trail.folder().resolve(FILE);
        try {
            DurableFile.writeNew(file, pack.json());
            return file;
        } catch (IOException failure) {
            throw new Problem.Raised(new Problem(
                    "evidence.write",
                    Message.of("evidence.write", file),
                    Optional.of(String.valueOf(failure)),
                    Message.of("evidence.write.next")));
        }
    }
}
