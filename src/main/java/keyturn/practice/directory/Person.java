package keyturn.practice.directory;

/**
 * Somebody who signs in.
 *
 * @param graph whether Graph lets the person change applications
 */
public record Person(String id, String userName, String name, boolean graph) {}
