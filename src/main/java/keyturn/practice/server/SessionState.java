package keyturn.practice.server;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What a session has set: where it stands, its options, its transaction. Used by the session's own thread alone. */
final class SessionState {

    private final Set<String> savepoints = new HashSet<>();
    private String database;
    private int transactions;
    private boolean implicit;
    private boolean noCount;
    private boolean abort;
    private boolean quoted = true;
    private boolean formatOnly;
    private long rowLimit;
    private int error;
    private long rowcount;

    SessionState(String database) {
        this.database = database;
    }

    String database() {
        return database;
    }

    void database(String name) {
        database = name;
    }

    int transactions() {
        return transactions;
    }

    void transactions(int count) {
        transactions = count;
        if (count == 0) {
            savepoints.clear();
        }
    }

    void savepoint(String name) {
        savepoints.add(name);
    }

    boolean hasSavepoint(String name) {
        return savepoints.contains(name);
    }

    boolean implicit() {
        return implicit;
    }

    boolean noCount() {
        return noCount;
    }

    boolean abort() {
        return abort;
    }

    boolean quoted() {
        return quoted;
    }

    boolean formatOnly() {
        return formatOnly;
    }

    /** 0: none. */
    long rowLimit() {
        return rowLimit;
    }

    int error() {
        return error;
    }

    long rowcount() {
        return rowcount;
    }

    /** How the last statement ended. */
    void ended(int withError, long rows) {
        error = withError;
        rowcount = rows;
    }

    /** An option that changes nothing here (ARITHABORT, TEXTSIZE, isolation ...) is taken and forgotten. */
    void option(String name, String value) {
        boolean on = value.equalsIgnoreCase("ON");
        switch (name.toUpperCase(Locale.ROOT)) {
            case "IMPLICIT_TRANSACTIONS" -> implicit = on;
            case "NOCOUNT" -> noCount = on;
            case "XACT_ABORT" -> abort = on;
            case "QUOTED_IDENTIFIER" -> quoted = on;
            case "FMTONLY" -> formatOnly = on;
            case "ROWCOUNT" -> rowLimit = value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
            default -> {}
        }
    }
}
