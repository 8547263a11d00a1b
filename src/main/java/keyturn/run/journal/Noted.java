package keyturn.run.journal;

import java.util.Optional;

/** What a step made that nothing else tells of later, as its line in the journal has it; never a secret. */
public final class Noted {

    private static final String MARK = "run.noted: ";

    private Noted() {}

    public static String written(String what) {
        return MARK + what;
    }

    static Optional<String> read(JournalEntry line) {
        return line.error().filter(text -> text.startsWith(MARK)).map(text -> text.substring(MARK.length()));
    }
}
