package keyturn.app;

/** Where the program starts: with arguments the verbs, without them the wizard. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
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
