package keyturn.practice.server.state;

/** The answer of a provider as engine messages end with it. */
public final class ProviderCode {

    private ProviderCode() {}

    /** The words in parentheses. Codes without a documented wording get that of codes the provider defines. */
    public static String tail(int code) {
        String word =
                switch (code) {
                    case 0 -> "Success";
                    case 1 -> "Failure";
                    case 3 -> "Not Supported";
                    case 5 -> "Authentication Failure";
                    default -> "";
                };
        return word.isEmpty()
                ? "Provider Error - No explanation is available, consult EKM Provider for details"
                : word + " - Consult EKM Provider for details";
    }
}
