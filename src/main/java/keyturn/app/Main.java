package keyturn.app;

import java.util.Locale;

/** Where the program starts: with arguments the verbs, without them the wizard. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // What Keyturn writes is read by SQL Server, PowerShell and auditors, who know one kind of digits.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        QuietLogging.install();
        SystemProxy.install();
        Shutdown shutdown = new Shutdown();
        shutdown.install();
        int code = 1;
        try {
            code = new Program(shutdown, Consoles.terminal()).run(args);
        } finally {
            shutdown.close();
        }
        System.exit(code);
    }
}
