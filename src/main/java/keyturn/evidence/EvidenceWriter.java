package keyturn.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.verify.Retirement;
import keyturn.plan.verify.Verification;
import keyturn.run.RunResult;
import keyturn.run.files.DurableFile;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalOpening;
import keyturn.run.resume.FiledLook;

/** Files the evidence of a run beside its plan, its back-out and its journal. */
public final class EvidenceWriter {

    private final String toolVersion;
    private final Clock clock;

    public EvidenceWriter(String toolVersion) {
        this(toolVersion, Clock.systemUTC());
    }

    public EvidenceWriter(String toolVersion, Clock clock) {
        this.toolVersion = toolVersion;
        this.clock = clock;
    }

    /**
     * Writes {@code evidence.json} into the run's folder, or {@code evidence-2.json} … where it was gone on with; the page and the
     * sums of the run are written anew, and a last line of the journal binds all files.
     *
     * @return the evidence, and the hash of that line
     * @throws Problem.Raised if it cannot be written, or is there; the run itself stands as it is
     */
    public FiledLook.In write(RunResult.Completed result) throws Problem.Raised {
        return write(new EvidencePack(
                toolVersion,
                result.trail(),
                Journal.read(result.journal()),
                Optional.of(result.verification()),
                Optional.empty()));
    }

    /** The same for a run that stopped: where and why, and no verdicts. */
    public FiledLook.In write(RunResult.Stopped result) throws Problem.Raised {
        return write(new EvidencePack(
                toolVersion,
                result.trail(),
                Journal.read(result.journal()),
                Optional.empty(),
                Optional.of(new EvidencePack.Stop(result.at(), result.why(), result.problem()))));
    }

    /**
     * A later look: writes {@code verification-1.json}, or the next number that is free, beside the evidence, and then a line
     * into the journal that holds the file's digest. While another program writes to the journal, nothing is written.
     */
    public FiledLook write(
            FiledRun run, Verification verification, Optional<Retirement> retirement, Inspection seen, Clock clock) {
        String text = Json.pretty(later(run, verification, retirement, seen));
        try {
            Optional<Journal> journal = JournalOpening.afterwards(run.run().journalFile(), run.journal(), clock);
            if (journal.isEmpty()) {
                return new FiledLook.RunUnderWay(JournalOpening.held(run.run().journalFile()));
            }
            try (Journal open = journal.get()) {
                Path file = writeNew(next(run.folder()), text);
                open.verified(text);
                return new FiledLook.In(file, Sealing.close(run.folder(), open));
            }
        } catch (Problem.Raised unwritten) {
            return new FiledLook.Failed(unwritten.problem());
        }
    }

    private ObjectNode later(
            FiledRun run, Verification verification, Optional<Retirement> retirement, Inspection seen) {
        ObjectNode root = Json.NODES.objectNode();
        root.put("format", 1);
        root.put("tool", toolVersion);
        root.put("run", run.journal().entries().getLast().run());
        root.put("practice", seen.identity().practice());
        root.set(
                "plan",
                Json.NODES
                        .objectNode()
                        .put("digest", run.run().current().approved().approval().digest()));
        root.set("verification", EvidencePack.verification(verification));
        retirement.ifPresent(report -> root.set("oldKey", RetirementJson.of(report)));
        root.set("seen", InspectionJson.tree(seen));
        return root;
    }

    private static Path next(Path folder) {
        int number = 1;
        while (Files.exists(folder.resolve("verification-" + number + ".json"))) {
            number++;
        }
        return folder.resolve("verification-" + number + ".json");
    }

    private FiledLook.In write(EvidencePack pack) throws Problem.Raised {
        Path folder = pack.trail().folder();
        Path file = folder.resolve(Journal.FILE);
        Optional<Journal> journal = JournalOpening.afterwards(file, pack.journal(), clock);
        if (journal.isEmpty()) {
            throw new Problem.Raised(JournalOpening.held(file));
        }
        try (Journal open = journal.get()) {
            Path evidence = writeNew(EvidenceFiles.of(folder, pack.journal()), pack.json());
            return new FiledLook.In(evidence, Sealing.close(folder, open));
        }
    }

    private static Path writeNew(Path file, String text) throws Problem.Raised {
        try {
            DurableFile.writeNew(file, text);
            return file;
        } catch (IOException failure) {
            throw Sealing.unwritable(file, failure);
        }
    }
}
