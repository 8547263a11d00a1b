package keyturn.practice.host;

/** What a cmdlet fails with. */
final class HostError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String id;

    /** @param id as {@code FullyQualifiedErrorId} begins */
    HostError(String id, String message) {
        super(message, null, false, false);
        this.id = id;
    }

    String id() {
        return id;
    }

    static HostError missing(String path) {
        return new HostError("PathNotFound", "Cannot find path '" + path + "' because it does not exist.");
    }

    static HostError exists(String path) {
        return new HostError("Exists", "An item with the specified name " + path + " already exists.");
    }

    static HostError inUse(String path) {
        return new HostError(
                "InUse",
                "The process cannot access the file '" + path + "' because it is being used by another process.");
    }
}
