package keyturn.ui.parts.script;

/** What a script line is written in, for its colours. */
public enum Language {
    TSQL,
    POWERSHELL
}
