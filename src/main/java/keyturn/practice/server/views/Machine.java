package keyturn.practice.server.views;

/** The machine that a range plays: the same one everywhere. */
public final class Machine {

    public static final int CPUS = 8;
    public static final long MEMORY_KB = 33_554_432L;

    private Machine() {}
}
