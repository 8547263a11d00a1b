package keyturn.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.run.files.DurableFile;
import keyturn.run.journal.BoundFiles;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalLock;
import keyturn.run.journal.RunRecord;

/** Closes a look at a run: its page and its sums are written anew, and a last line of the journal binds all files. */
final class Sealing {

    /** Bound by the hashes of its own lines, or held by who writes to it. */
    static final Set<String> GROWING = Set.of(Journal.FILE, JournalLock.FILE);

    private Sealing() {}

    /**
     * @param journal open, all lines of this look written but the last
     * @return the hash of the journal's last line
     * @throws Problem.Raised if a file cannot be written or read
     */
    static String close(Path folder, Journal journal) throws Problem.Raised {
        RunRecord run = RunRecord.open(folder);
        String page = EvidencePage.of(run, FiledLooks.of(folder, run.journal().entries()));
        writeAnew(folder.resolve(EvidenceFiles.PAGE), page);
        writeAnew(folder.resolve(Sums.FILE), Sums.of(folder, GROWING));
        return journal.filed(digests(folder));
    }

    /** Of every file that is there, but those that grow. */
    private static BoundFiles digests(Path folder) throws Problem.Raised {
        Map<String, String> digests = new TreeMap<>();
        for (String name : Sums.names(folder)) {
            if (!GROWING.contains(name)) {
                digests.put(name, Sums.digest(folder.resolve(name)));
            }
        }
        return BoundFiles.of(digests);
    }

    private static void writeAnew(Path file, String text) throws Problem.Raised {
        try {
            DurableFile.replace(file, text);
        } catch (IOException failure) {
            throw unwritable(file, failure);
        }
    }

    static Problem.Raised unwritable(Path file, IOException failure) {
        return new Problem.Raised(new Problem(
                "evidence.write",
                Message.of("evidence.write", file),
                Optional.of(String.valueOf(failure)),
                Message.of("evidence.write.next")));
    }
}
