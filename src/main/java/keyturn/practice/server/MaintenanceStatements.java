package keyturn.practice.server;

import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.LogLine;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.views.OpenTransactions;
import keyturn.practice.server.views.SessionFacts;
import keyturn.practice.tsql.syntax.ServerStatement;

/** CHECKPOINT, KILL, SHUTDOWN. */
record MaintenanceStatements(Turn turn) {

    private static final int MOST = 32767;
    private static final int NONE = 0;

    void checkpoint() {
        if (!turn.scene().holds(turn.scene().database(), "CHECKPOINT")) {
            throw Messages.error(3505, 1, turn.scene().database().name());
        }
        int id = turn.scene().database().id();
        turn.change(i -> i.database(id)
                .filter(Database::checkpointTruncates)
                .filter(d -> OpenTransactions.held(turn.scene(), d).equals(d))
                .map(d -> i.with(d.logTruncated()))
                .orElse(i));
    }

    /** A client that comes with the scenario is ended like one that is connected. */
    void kill(ServerStatement.Kill kill) {
        if (!turn.scene().rights().has("ALTER ANY CONNECTION")) {
            throw Messages.error(6102, 1);
        }
        if (turn.state().transactions() > 0) {
            throw Messages.error(6115, 1);
        }
        if (!kill.number()) {
            unit(kill);
        }
        int spid = number(kill.session());
        if (spid < 1 || spid > MOST) {
            throw Messages.error(6101, 1, kill.session(), MOST);
        }
        if (spid == turn.scene().session().spid()) {
            throw Messages.error(6104, 1);
        }
        Optional<SessionFacts> session =
                turn.scene().sessions().stream().filter(s -> s.spid() == spid).findFirst();
        if (session.isPresent() && !session.get().user()) {
            throw Messages.error(6107, 1);
        }
        if (session.isEmpty()) {
            throw Messages.error(6106, 2, spid);
        }
        if (kill.statusOnly()) {
            throw Messages.error(6120, 1, spid);
        }
        end(spid);
    }

    private void end(int spid) {
        String by = turn.scene().session().host();
        turn.server().end(spid);
        turn.change(i -> i.with(i.surroundings().without(spid))
                .logged(List.of(new LogLine(
                        turn.scene().now(),
                        "spid" + turn.scene().session().spid(),
                        "Process ID " + spid + " was killed by hostname " + by + ", host process ID "
                                + turn.scene().session().spid() + "."))));
    }

    /** A unit of work of a distributed transaction, of which there is none. */
    private static void unit(ServerStatement.Kill kill) {
        if (!kill.session().matches("\\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\}?")) {
            throw Messages.error(8169, 1);
        }
        throw Messages.error(6110, 1, kill.session());
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException tooLong) {
            return NONE;
        }
    }

    /** The server stops and starts anew, as a service that recovers does; its sessions end. */
    void shutdown(ServerStatement.Shutdown shutdown) {
        if (turn.state().transactions() > 0) {
            throw Messages.error(6007, 1);
        }
        if (!turn.scene().rights().has("SHUTDOWN")) {
            throw Messages.error(6004, 1);
        }
        turn.change(i -> i.logged(List.of(new LogLine(
                turn.scene().now(),
                "spid" + turn.scene().session().spid(),
                "Server shut down by " + (shutdown.noWait() ? "NOWAIT " : "") + "request from login "
                        + turn.scene().login().name() + "."))));
        turn.info(
                6006,
                shutdown.noWait() ? "NOWAIT request" : "request",
                turn.scene().login().name());
        turn.server().stop();
    }
}
