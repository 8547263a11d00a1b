package keyturn.ui.scripts;

/** Which text of the plan is shown: the same acts in two languages, and the way back. */
public enum ScriptTab {
    TSQL,
    POWERSHELL,
    BACK_OUT
}
