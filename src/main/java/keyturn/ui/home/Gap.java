package keyturn.ui.home;

/**
 * Something that could not be read.
 *
 * @param what in the DBA's words
 * @param why the permission needed, or the reason
 */
public record Gap(String what, String why) {}
