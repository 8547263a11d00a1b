package keyturn.practice.server.state;

/** A file of a database; pages of 8 KB. */
public record DatabaseFile(int id, String name, String path, boolean log, int pages) {}
