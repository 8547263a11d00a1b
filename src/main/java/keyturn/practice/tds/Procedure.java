package keyturn.practice.tds;

import java.util.Locale;

/** The system procedures that have a number on the wire (MS-TDS 2.2.6.6). */
enum Procedure {
    SP_CURSOR(1),
    SP_CURSOROPEN(2),
    SP_CURSORPREPARE(3),
    SP_CURSOREXECUTE(4),
    SP_CURSORPREPEXEC(5),
    SP_CURSORUNPREPARE(6),
    SP_CURSORFETCH(7),
    SP_CURSOROPTION(8),
    SP_CURSORCLOSE(9),
    SP_EXECUTESQL(10),
    SP_PREPARE(11),
    SP_EXECUTE(12),
    SP_PREPEXEC(13),
    SP_PREPEXECRPC(14),
    SP_UNPREPARE(15);

    private final int number;

    Procedure(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The name in T-SQL. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
