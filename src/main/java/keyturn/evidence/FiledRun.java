package keyturn.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.Plan;
import keyturn.plan.verify.Verification.RunSeen;
import keyturn.run.files.FiledJson;
import keyturn.run.files.OrdinaryFile;
import keyturn.run.journal.JournalEntry;
import keyturn.run.journal.JournalLock;
import keyturn.run.journal.JournalReading;
import keyturn.run.journal.RunRecord;

/** A run as its folder has it, for anyone who looks again later: journal, plans and evidence fit each other. */
public record FiledRun(RunRecord run) {

    /**
     * Opens a run. Of one that is under way, the last line may be half written as it is read.
     *
     * @param journal the journal, or its folder
     * @throws Problem.Raised as {@link RunRecord#open}; if the journal is torn, or the evidence cannot be read or is not of this
     *     journal
     */
    public static FiledRun of(Path journal) throws Problem.Raised {
        FiledRun filed = begun(journal);
        boolean whole = filed.journal().state() instanceof JournalReading.Whole;
        if (!whole && !JournalLock.isHeld(filed.folder())) {
            throw raised("journal", filed.run().journalFile());
        }
        return filed;
    }

    /**
     * The same for a run that may have ended in the middle of a line.
     *
     * @throws Problem.Raised as above, but for a torn journal
     */
    public static FiledRun begun(Path journal) throws Problem.Raised {
        RunRecord run = RunRecord.open(journal);
        Optional<Path> evidence = EvidenceFiles.newest(run.folder(), run.journal());
        if (evidence.isPresent() && !isOf(read(evidence.get()).path("journal"), run.journal())) {
            throw raised("evidence", evidence.get());
        }
        return new FiledRun(run);
    }

    public Path folder() {
        return run.folder();
    }

    public JournalReading journal() {
        return run.journal();
    }

    /** The plan that was under way last: after a back-out, that one. */
    public Plan plan() {
        return run.current().plan();
    }

    /** What the run itself saw: its tests, when it changed the provider, and since when the server had run then. */
    public RunSeen seen() {
        return run.current().seen();
    }

    /** No evidence was filed for what the journal has last: the program ended before it could. */
    public boolean interrupted() {
        return run.intendsBackOut() || !Files.exists(EvidenceFiles.of(folder(), journal()));
    }

    /**
     * The evidence that was filed last.
     *
     * @throws Problem.Raised if there is none
     */
    public Path newestEvidence() throws Problem.Raised {
        return EvidenceFiles.newest(folder(), journal()).orElseThrow(() -> raised("evidence", folder()));
    }

    /**
     * The same evidence for people.
     *
     * @throws Problem.Raised if there is none
     */
    public Path newestPage() throws Problem.Raised {
        return newestEvidence().resolveSibling(EvidenceFiles.PAGE);
    }

    /** That this file of evidence cannot be read. */
    public static Problem.Raised notAsFiled(Path evidence) {
        return raised("evidence", evidence);
    }

    /** The evidence names the hash of the line that was the journal's last: lines cut off since then show here. */
    private static boolean isOf(JsonNode said, JournalReading journal) {
        int lines = said.path("lines").intValue();
        List<JournalEntry> entries = journal.entries();
        return lines > 0
                && lines <= entries.size()
                && entries.get(lines - 1).hash().equals(said.path("last").asText());
    }

    private static JsonNode read(Path file) throws Problem.Raised {
        try {
            return FiledJson.of(OrdinaryFile.text(file));
        } catch (JsonProcessingException broken) {
            throw raised("evidence", file);
        } catch (IOException unreadable) {
            throw raised("unreadable", file);
        }
    }

    static Problem.Raised raised(String rule, Path file) {
        return new Problem.Raised(new Problem(
                "filed." + rule,
                Message.of("evidence.filed." + rule, file),
                Optional.empty(),
                Message.of("evidence.filed.next")));
    }
}
