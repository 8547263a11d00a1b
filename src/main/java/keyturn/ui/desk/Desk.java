package keyturn.ui.desk;

/**
 * All that the window asks of this computer.
 *
 * @param registered reads the list of a central management server
 * @param studio reads the list that Management Studio keeps or exports
 */
public record Desk(CertificateShown certificates, Registered registered, RegisteredFile studio) {}
