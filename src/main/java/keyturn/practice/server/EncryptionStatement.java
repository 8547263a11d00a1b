package keyturn.practice.server;

import java.time.LocalDateTime;
import java.util.List;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Dek;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.LogLine;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Scan;
import keyturn.practice.tsql.syntax.DatabaseOption;

/** ALTER DATABASE ... SET ENCRYPTION: begins a scan, halts it or lets it go on. */
record EncryptionStatement(Turn turn, DatabaseOption option, Database database) {

    private static final int SUSPENDABLE = 2019;

    void run() {
        boolean scan = option == DatabaseOption.ENCRYPTION_SUSPEND || option == DatabaseOption.ENCRYPTION_RESUME;
        String word = option.name().substring("ENCRYPTION_".length());
        if (scan && turn.scene().version().year() < SUSPENDABLE) {
            throw Messages.error(102, 1, word);
        }
        EncryptionRules rules = new EncryptionRules(turn, database);
        rules.demandWritable();
        Dek dek = database.dek().orElseThrow(() -> Messages.error(33106, 1));
        LocalDateTime now = turn.scene().now();
        if (scan) {
            boolean resume = option == DatabaseOption.ENCRYPTION_RESUME;
            turn.change(i -> Scans.switched(i, database, dek, resume, now));
            return;
        }
        boolean on = option == DatabaseOption.ENCRYPTION_ON;
        demandOther(dek, on);
        rules.demandLogBackup(dek);
        KeyUse.of(turn).prove(database, false);
        turn.change(i -> begun(i, dek.set(now), on ? Dek.ENCRYPTING : Dek.DECRYPTING, word, now));
    }

    /** It is not so already, nor on the way to something. */
    private static void demandOther(Dek dek, boolean on) {
        boolean begunAnew = dek.scan().stage() == Scan.Stage.ABORTED && on == (dek.state() != Dek.DECRYPTING);
        if (dek.scanning() && begunAnew) {
            return;
        }
        if (dek.scanning()) {
            throw Messages.error(33109, 1, on ? "enable" : "disable");
        }
        boolean encrypted = dek.state() != Dek.UNENCRYPTED;
        if (encrypted == on) {
            throw Messages.error(on ? 33107 : 33108, 1);
        }
    }

    private Instance begun(Instance instance, Dek dek, int state, String word, LocalDateTime now) {
        String text = "Setting database option ENCRYPTION to " + word + " for database '" + database.name() + "'.";
        Instance told = instance.logged(
                List.of(new LogLine(now, "spid" + turn.scene().session().spid(), text)));
        return Scans.begun(told, database, dek, state, now);
    }
}
