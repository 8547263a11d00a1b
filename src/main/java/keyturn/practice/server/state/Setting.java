package keyturn.practice.server.state;

/** A server setting of {@code sp_configure}: {@code value} is configured, {@code running} in force. */
public record Setting(
        int id,
        String name,
        int value,
        int minimum,
        int maximum,
        int running,
        boolean dynamic,
        boolean advanced,
        String description) {

    public static final String EKM = "EKM provider enabled";
    public static final String ADVANCED = "show advanced options";

    public Setting configured(int newValue) {
        return new Setting(id, name, newValue, minimum, maximum, running, dynamic, advanced, description);
    }

    /** What RECONFIGURE does. */
    public Setting installed() {
        return dynamic ? inForce() : this;
    }

    /** What a restart does. */
    public Setting inForce() {
        return new Setting(id, name, value, minimum, maximum, value, dynamic, advanced, description);
    }
}
