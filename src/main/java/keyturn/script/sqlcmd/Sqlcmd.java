package keyturn.script.sqlcmd;

import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.words.StepWords;
import keyturn.script.LockText;
import keyturn.script.Marked;
import keyturn.script.Script;
import keyturn.script.TSql;
import keyturn.script.act.Act;
import keyturn.script.act.DirectoryAct;
import keyturn.script.act.HostAct;
import keyturn.script.act.ManagerAct;
import keyturn.script.act.OperatorTask;
import keyturn.script.act.SqlAct;
import keyturn.script.act.VaultAct;
import keyturn.script.guard.DoneWords;
import keyturn.script.guard.Guard;

/**
 * A script for sqlcmd, batch by batch. What sqlcmd reads as a variable is written as one that stands for the two characters
 * that begin a variable, so that the batch it sends is the one meant; a secret stays a variable, for anyone who runs it.
 */
public final class Sqlcmd {

    /** Ends every file, every batch. */
    private static final String GO = "GO\n";

    private static final String VARIABLE = "$(";
    private static final String OPEN = "$(KEYTURN_OPEN)";

    private final StringBuilder text = new StringBuilder();

    /** Without sqlcmd mode, as in a query window, nothing after the head is executed. */
    public Sqlcmd head(Message... about) {
        text.append(":on error exit\n:setvar KEYTURN_OPEN \"$(\"\n").append(GO);
        for (Message line : about) {
            comment(line.text());
        }
        text.append("IF N'").append(OPEN).append("' <> N'$' + N'('\nBEGIN\n    RAISERROR (N'%s', 16, 1, ");
        data(TSql.literal(Message.of("script.bundle.sqlcmdMode").text()));
        text.append(");\n    SET NOEXEC ON;\nEND;\n").append(GO);
        return this;
    }

    /** In master, and alone on the instance: the lock of a run, held until the script's session ends. */
    Sqlcmd lock() {
        text.append("\nUSE [master];\n").append(GO).append('\n');
        data(LockText.TAKE);
        text.append("\nIF @got < 0\n    RAISERROR (N'%s', 16, 1, ");
        data(TSql.literal(Message.of("script.bundle.locked").text()));
        text.append(");\n").append(GO);
        return this;
    }

    /** Goes on only where nothing has moved. */
    Sqlcmd check(Guard guard) {
        text.append('\n');
        data(guard.look());
        text.append("\nIF @KeyturnMoved IS NOT NULL\n");
        stop(Message.of("script.guard.head").text());
        text.append(";\n").append(GO);
        return this;
    }

    /** Goes on only where what is done elsewhere has led to this. */
    Sqlcmd elsewhere(String done) {
        text.append("\nIF NOT ");
        data(done);
        text.append("\n    RAISERROR (N'%s', 16, 1, ");
        data(TSql.literal(Message.of("script.guard.elsewhere").text()));
        text.append(");\n").append(GO);
        return this;
    }

    /** The act as it stands, in one piece, inside its guard. */
    public Sqlcmd step(Step step, Act act, Guard guard) {
        return step(step.id(), step, act, guard);
    }

    /** @param id the number of the step in this script */
    Sqlcmd step(StepId id, Step step, Act act, Guard guard) {
        String title = OneLine.shown(StepWords.title(step));
        String about = Message.of("script.bundle.step", id, title).text();
        text.append('\n');
        comment(about);
        data(guard.look());
        text.append("\nIF @KeyturnDone = 1\n    PRINT ");
        data(TSql.literal(DoneWords.of(id, step, act).text()));
        text.append(";\nELSE IF @KeyturnMoved IS NOT NULL\n");
        stop(Message.of("script.guard.step", id).text());
        text.append("\nELSE\nBEGIN\nPRINT ");
        data(TSql.literal(about));
        text.append(";\n");
        act(act);
        text.append("\nEND;\n").append(GO);
        return this;
    }

    /** A batch of reads. */
    Sqlcmd batch(String sql) {
        text.append('\n');
        data(sql);
        text.append('\n').append(GO);
        return this;
    }

    /** With a byte order mark where there is more than ASCII: without one, sqlcmd on Windows reads the code page. */
    public String text() {
        return Marked.text(text.toString());
    }

    private void stop(String words) {
        text.append("BEGIN\n    SET @KeyturnMoved = ");
        data(TSql.literal(words));
        text.append(" + N' ' + @KeyturnMoved + N'.';\n    RAISERROR (N'%s', 16, 1, @KeyturnMoved);\nEND");
    }

    private void act(Act act) {
        switch (act) {
            case SqlAct sql -> sql(sql.text());
            case VaultAct vault -> elsewhere(vault);
            case DirectoryAct directory -> elsewhere(directory);
            case HostAct host -> elsewhere(host);
            case ManagerAct manager -> elsewhere(manager);
            case OperatorTask task -> elsewhere(task);
        }
    }

    private void sql(Script batch) {
        int secrets = 0;
        for (Script.Fragment fragment : batch.fragments()) {
            switch (fragment) {
                case Script.Text plain -> data(plain.content());
                case Script.Hidden ignored -> text.append(Script.placeholder(++secrets));
                case Script.Slot slot -> text.append(Script.placeholder(slot.number()));
            }
        }
    }

    /** sqlcmd cannot do it: where the head has let the script come so far, what follows finds out whether it was done. */
    private void elsewhere(Act act) {
        data(act.shownAsTSql());
        text.append("\nPRINT N'Not on SQL Server: see run-order.txt.';");
    }

    private void data(String sql) {
        text.append(sql.replace(VARIABLE, OPEN));
    }

    /** sqlcmd of one make looks for variables in comments, that of another does not. */
    private void comment(String line) {
        text.append("-- ").append(OneLine.shown(line).replace(VARIABLE, "$ (")).append('\n');
    }
}
