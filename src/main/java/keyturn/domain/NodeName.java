package keyturn.domain;

/** The name of one machine or instance that a step works on, as {@code @@SERVERNAME} or the DBA gives it; 1 to 128 characters. */
public record NodeName(String value) {
    public NodeName {
        Rules.sysname("node", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
