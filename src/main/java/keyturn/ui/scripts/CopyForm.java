package keyturn.ui.scripts;

/** How steps go onto the clipboard: as the writers of scripts and tickets give them. */
public enum CopyForm {
    /** What is sent. */
    TSQL,
    POWERSHELL,
    /** With the guards of an exported script. */
    SQLCMD,
    /** As in a change ticket. */
    MARKDOWN
}
