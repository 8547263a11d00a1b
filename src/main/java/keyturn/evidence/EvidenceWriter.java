package keyturn.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.verify.Retirement;
import keyturn.plan.verify.Verification;
import keyturn.run.RunResult;
import keyturn.run.files.DurableFile;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalLock;
import keyturn.run.journal.JournalOpening;
import keyturn.run.resume.FiledLook;

/** Files the evidence of a run beside its plan, its way back and its journal. */
public final class EvidenceWriter {

    private final String toolVersion;

    public EvidenceWriter(String toolVersion) {
        this.toolVersion = toolVersion;
    }

    /**
     * Writes {@code evidence.json} into the run's folder, or {@code evidence-2.json} … where it was gone on with; beside it the
     * same as a page, and the sums of all that stands there and will not grow.
     *
     * @return the evidence
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
                return new FiledLook.In(file);
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

    private static Path write(EvidencePack pack) throws Problem.Raised {
        Path folder = pack.trail().folder();
        Path evidence = writeNew(EvidenceFiles.of(folder, pack.journal()), pack.json());
        writeNew(EvidenceFiles.page(evidence), EvidencePage.of(pack));
        writeNew(EvidenceFiles.sums(evidence), Sums.of(folder, Set.of(Journal.FILE, JournalLock.FILE)));
        return evidence;
    }

    private static Path writeNew(Path file, String text) throws Problem.Raised {
        try {
            DurableFile.writeNew(file, text);
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
