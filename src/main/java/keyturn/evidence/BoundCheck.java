package keyturn.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.run.files.OrdinaryFile;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry;
import keyturn.run.journal.JournalEntry.Event;

/** Whether the files of a run's folder are those that its journal binds, and the journal is the one that a hash names. */
final class BoundCheck {

    private final Path folder;
    private final List<JournalEntry> lines;
    private final List<Problem> wrong = new ArrayList<>();

    private BoundCheck(Path folder, List<JournalEntry> lines) {
        this.folder = folder;
        this.lines = lines;
    }

    /** @throws Problem.Raised if the journal or a file cannot be read; an edited journal is told elsewhere */
    static List<Problem> of(Path folder, Optional<String> hash) throws Problem.Raised {
        var check = new BoundCheck(
                folder, Journal.read(folder.resolve(Journal.FILE)).entries());
        if (hash.isPresent()) {
            check.hash(hash.get());
        }
        check.files();
        return check.wrong;
    }

    private void hash(String named) {
        String last = lines.isEmpty() ? "-" : lines.getLast().hash();
        Optional<JournalEntry> earlier =
                lines.stream().filter(line -> line.hash().equals(named)).findFirst();
        if (earlier.isEmpty()) {
            found("hash", Journal.FILE, last, named);
        } else if (!last.equals(named)) {
            found("hashLater", Journal.FILE, named, earlier.get().seq(), lines.size());
        }
    }

    private void files() throws Problem.Raised {
        List<JournalEntry> filed =
                lines.stream().filter(line -> line.event() == Event.FILED).toList();
        if (filed.isEmpty()) {
            found("noFiled", Journal.FILE);
            return;
        }
        for (JournalEntry line : filed) {
            files(line, line.equals(filed.getLast()));
        }
        Map<String, String> bound = filed.getLast().files().digests();
        for (String name : Sums.names(folder)) {
            if (!Sealing.GROWING.contains(name) && !bound.containsKey(name)) {
                found("added", name, Journal.FILE, filed.getLast().seq());
            }
        }
    }

    /** What is written anew with each look counts by the last line alone. */
    private void files(JournalEntry line, boolean last) throws Problem.Raised {
        for (Map.Entry<String, String> bound : line.files().digests().entrySet()) {
            Path file = folder.resolve(bound.getKey());
            if (!last && EvidenceFiles.isAnew(bound.getKey())) {
                continue;
            }
            if (!OrdinaryFile.isItself(file)) {
                found("gone", bound.getKey(), Journal.FILE, line.seq());
            } else if (!Sums.digest(file).equals(bound.getValue())) {
                found("bound", bound.getKey(), Journal.FILE, line.seq());
            }
        }
    }

    private void found(String rule, Object... arguments) {
        wrong.add(EvidenceCheck.problem(rule, arguments));
    }
}
