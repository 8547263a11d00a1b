package keyturn.run.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import keyturn.domain.Problem;
import keyturn.domain.Sha256;

/** A journal as it would be if it named another plan: every line written anew, with hashes that fit, those of the files too. */
public final class RewrittenJournal {

    private RewrittenJournal() {}

    /** One with a line taken out, numbered and chained anew. */
    public static void without(Path file, int line) throws Problem.Raised, java.io.IOException {
        StringBuilder lines = new StringBuilder();
        String prev = Journal.FIRST;
        long seq = 0;
        for (JournalEntry entry : Journal.read(file).entries()) {
            if (entry.seq() != line) {
                seq++;
                var written = new JournalEntry(seq, prev, entry.at(), entry.run(), entry.told());
                lines.append(written.line()).append('\n');
                prev = written.hash();
            }
        }
        Files.writeString(file, lines);
    }

    public static void write(Path file, String was, String is) throws Problem.Raised, java.io.IOException {
        StringBuilder lines = new StringBuilder();
        String prev = Journal.FIRST;
        for (JournalEntry entry : Journal.read(file).entries()) {
            Line told = entry.digest().equals(Optional.of(was)) ? entry.told().digest(Optional.of(is)) : entry.told();
            SortedMap<String, String> files = new TreeMap<>();
            for (String name : told.files().digests().keySet()) {
                files.put(name, Sha256.of(Files.readAllBytes(file.resolveSibling(name))));
            }
            told = told.files(new BoundFiles(files));
            var written = new JournalEntry(entry.seq(), prev, entry.at(), entry.run(), told);
            lines.append(written.line()).append('\n');
            prev = written.hash();
        }
        Files.writeString(file, lines);
    }
}
