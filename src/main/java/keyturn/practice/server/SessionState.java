package keyturn.practice.server;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** What a session has set: where it stands, its options, its transaction. Used by the session's own thread alone. */
final class SessionState {

    private final Set<String> savepoints = new HashSet<>();
    private String database;
    private int transactions;
    private boolean doomed;
    private Options options = Options.OF_LOGIN;
    private final Handlers handlers = new Handlers();
    private final Scopes scopes = new Scopes();
    private String jump = "";
    private String procedure = "";
    private int returned;
    private final Undo undo = new Undo();
    private final Set<Integer> traceFlags = new TreeSet<>();
    private final Contexts contexts = new Contexts();
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
            undo.forget();
            doomed = false;
        }
    }

    void savepoint(String name) {
        savepoints.add(name);
    }

    boolean hasSavepoint(String name) {
        return savepoints.contains(name);
    }

    Options options() {
        return options;
    }

    void options(Options now) {
        options = now;
    }

    Scopes scopes() {
        return scopes;
    }

    /** What the last RETURN of a procedure gave. */
    int returned() {
        return returned;
    }

    void returned(int status) {
        returned = status;
    }

    /** The procedure that runs; empty outside. */
    String procedure() {
        return procedure;
    }

    void procedure(String name) {
        procedure = name;
    }

    /** The label that the last GOTO named. */
    String jump() {
        return jump;
    }

    void jump(String label) {
        jump = label;
    }

    Undo undo() {
        return undo;
    }

    /** The trace flags that this session has set for itself. */
    Set<Integer> traceFlags() {
        return traceFlags;
    }

    Contexts contexts() {
        return contexts;
    }

    Handlers handlers() {
        return handlers;
    }

    /** The transaction can only be rolled back. */
    boolean doomed() {
        return doomed;
    }

    void doom() {
        doomed = transactions > 0;
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
}
