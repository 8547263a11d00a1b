package keyturn.practice.server;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Procedure;
import keyturn.practice.server.state.Table;
import keyturn.practice.server.views.Workspace;

/**
 * What each of the texts that call each other in a session has of its own: temporary tables, which end with it, and what
 * IDENTITY gave in it. A text sees the tables of those around it. Used by the session's own thread alone.
 */
final class Scopes {

    private List<Kept> tables = List.of();
    private List<KeptProcedure> procedures = List.of();
    private final List<Optional<BigDecimal>> identities = new ArrayList<>(List.of(Optional.empty()));
    private Optional<BigDecimal> lastIdentity = Optional.empty();
    private int identityInsert;
    private final Cursors cursors = new Cursors();
    private int fetchStatus;
    private int cursorRows;

    /** A table with the depth of the text that made it. */
    record Kept(int depth, Table table) {}

    /** The same for a procedure. */
    record KeptProcedure(int depth, Procedure procedure) {}

    private int depth() {
        return identities.size();
    }

    void enter() {
        identities.add(Optional.empty());
    }

    void leave() {
        int ended = depth();
        identities.removeLast();
        tables = tables.stream().filter(k -> k.depth() < ended).toList();
        procedures = procedures.stream().filter(k -> k.depth() < ended).toList();
    }

    Workspace seen() {
        return new Workspace(
                tables.reversed().stream().map(Kept::table).toList(),
                lastIdentity,
                identities.getLast(),
                depth() - 1,
                fetchStatus,
                cursorRows);
    }

    /** A table of that name which this very text made. */
    boolean hasOwn(String name) {
        return tables.stream().anyMatch(k -> k.depth() == depth() && k.table().isNamed(name));
    }

    void add(Table table) {
        List<Kept> now = new ArrayList<>(tables);
        now.add(new Kept(depth(), table));
        tables = List.copyOf(now);
    }

    void replace(Table table) {
        tables = tables.stream()
                .map(k -> k.table().id() == table.id() ? new Kept(k.depth(), table) : k)
                .toList();
    }

    void remove(Table table) {
        tables = tables.stream().filter(k -> k.table().id() != table.id()).toList();
    }

    /** Tables and procedures of a session at one time. */
    record Own(List<Kept> tables, List<KeptProcedure> procedures) {}

    /** All of them, to be {@link #restored} when a transaction is rolled back. */
    Own kept() {
        return new Own(tables, procedures);
    }

    void restored(Own before) {
        tables = before.tables().stream().filter(k -> k.depth() <= depth()).toList();
        procedures =
                before.procedures().stream().filter(k -> k.depth() <= depth()).toList();
    }

    void gave(BigDecimal identity) {
        lastIdentity = Optional.of(identity);
        identities.set(identities.size() - 1, lastIdentity);
    }

    /** {@code #p} of this text or of one around it. */
    Optional<Procedure> procedure(String name) {
        return procedures.reversed().stream()
                .filter(k -> k.procedure().isNamed(name))
                .map(KeptProcedure::procedure)
                .findFirst();
    }

    void put(Procedure procedure) {
        List<KeptProcedure> now = new ArrayList<>(procedures);
        int depth = now.stream()
                .filter(k -> k.procedure().isNamed(procedure.name()))
                .mapToInt(KeptProcedure::depth)
                .findFirst()
                .orElse(depth());
        now.removeIf(k -> k.procedure().isNamed(procedure.name()));
        now.add(new KeptProcedure(depth, procedure));
        procedures = List.copyOf(now);
    }

    void removeProcedure(String name) {
        procedures =
                procedures.stream().filter(k -> !k.procedure().isNamed(name)).toList();
    }

    /** The session's; a text's own are kept with its variables. */
    Cursors cursors() {
        return cursors;
    }

    void fetchStatus(int now) {
        fetchStatus = now;
    }

    void cursorRows(int now) {
        cursorRows = now;
    }

    /** Id of the table that takes explicit identity values; 0: none. */
    int identityInsert() {
        return identityInsert;
    }

    void identityInsert(int table) {
        identityInsert = table;
    }
}
