package keyturn.ui.parts;

/** What a script line is written in, for its colours. */
public enum Language {
    TSQL,
    POWERSHELL
}
