package keyturn.script;

/**
 * The application lock that a run and every script that changes something hold, as T-SQL: one run at a time on an instance. It
 * belongs to {@code dbo} of master, so that a login that may do nothing there cannot take it and stop every run.
 */
public final class LockText {

    /** Puts the answer into {@code @got}: below 0 where another session holds the lock. Asking again is granted and harmless. */
    public static final String TAKE = """
            DECLARE @got int;
            EXEC @got = sys.sp_getapplock @Resource = N'Keyturn', @LockMode = N'Exclusive', @LockOwner = N'Session',
                @LockTimeout = 0, @DbPrincipal = N'dbo';""";

    private LockText() {}
}
