package keyturn.ui.connect;

import keyturn.ui.parts.Words;

/** The ways to sign in that can be chosen. */
public enum SignInKind {
    INTEGRATED,
    SQL,
    /** As somebody or something of Microsoft Entra, by the sign-in to Azure. */
    ENTRA;

    /** As the combo box shows it. */
    @Override
    public String toString() {
        return Words.of("connect.auth." + name());
    }
}
