package keyturn.ui.home;

/** Something that is known of the host, or why it is not. */
public record HostLine(String name, String value) {}
