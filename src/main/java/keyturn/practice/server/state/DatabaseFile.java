package keyturn.practice.server.state;

/**
 * A file of a database; pages of 8 KB.
 *
 * @param kind what is in it
 * @param readOnly its filegroup is
 */
public record DatabaseFile(int id, String name, String path, Kind kind, boolean readOnly, int pages) {

    /** What is in a file, with the numbers of {@code sys.master_files}. */
    public enum Kind {
        ROWS(0),
        LOG(1),
        /** A folder of FILESTREAM or In-Memory data, of which no view counts pages. */
        FILESTREAM(2);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    /** Of rows that can be written, or of the log. */
    public DatabaseFile(int id, String name, String path, boolean log, int pages) {
        this(id, name, path, log ? Kind.LOG : Kind.ROWS, false, pages);
    }

    public boolean log() {
        return kind == Kind.LOG;
    }
}
