package keyturn.evidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry;
import keyturn.run.journal.JournalReading;

/**
 * Names of evidence in a run's folder: {@code evidence.json}, and {@code evidence-2.json} … for each time that the run was
 * gone on with or taken back.
 */
final class EvidenceFiles {

    static final String FIRST = "evidence.json";

    /** All evidence of a run for people. */
    static final String PAGE = "evidence.html";

    private EvidenceFiles() {}

    /** What the journal's last stretch is to be filed as, or was. */
    static Path of(Path folder, JournalReading journal) {
        long stretches =
                journal.entries().stream().filter(JournalEntry::beginsStretch).count();
        return stretches < 2 ? folder.resolve(FIRST) : folder.resolve("evidence-" + stretches + ".json");
    }

    /** Whether a file is evidence of a stretch. */
    static boolean isEvidence(String name) {
        return name.matches("evidence(-\\d+)?\\.json");
    }

    /** Whether nothing but a run leaves such a file. */
    static boolean isOfRun(String name) {
        return name.equals(Journal.FILE)
                || name.equals(PAGE)
                || isEvidence(name)
                || isLaterLook(name)
                || name.matches("(backout-)?approval.*\\.json");
    }

    /** Whether a file is the verdicts of a later look. */
    static boolean isLaterLook(String name) {
        return name.matches("verification-\\d+\\.json");
    }

    /** Written anew with each look; the newest line of the journal binds each of them. */
    static boolean isAnew(String name) {
        return name.equals(PAGE) || name.equals(Sums.FILE);
    }

    /** The latest that is there, of the journal as far as it goes. */
    static Optional<Path> newest(Path folder, JournalReading journal) {
        String name = String.valueOf(of(folder, journal).getFileName());
        int number = name.equals(FIRST) ? 1 : Integer.parseInt(name.replaceAll("\\D", ""));
        for (; number > 1; number--) {
            Path file = folder.resolve("evidence-" + number + ".json");
            if (Files.exists(file)) {
                return Optional.of(file);
            }
        }
        return Optional.of(folder.resolve(FIRST)).filter(Files::exists);
    }
}
