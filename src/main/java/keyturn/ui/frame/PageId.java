package keyturn.ui.frame;

/** What a page is called inside the window, whatever its place on the way. */
public record PageId(String value) {

    /** Outside every flow. */
    public static final PageId HOME = new PageId("home");

    /** Every run of this machine; outside every flow. */
    public static final PageId RUNS = new PageId("runs");

    /** Finds the cause of an error; outside every flow. */
    public static final PageId TROUBLE = new PageId("trouble");

    /** The known servers; outside every flow. */
    public static final PageId SERVERS = new PageId("servers");

    /** Settings, shortcuts and what this program is; outside every flow. */
    public static final PageId SETTINGS = new PageId("settings");

    public static final PageId CONNECT = new PageId("connect");
    public static final PageId INSPECT = new PageId("inspect");
    public static final PageId PREFLIGHT = new PageId("preflight");
    public static final PageId PREVIEW = new PageId("preview");
    public static final PageId RUN = new PageId("run");
    public static final PageId VERIFY = new PageId("verify");
}
