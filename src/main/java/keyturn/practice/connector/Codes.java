package keyturn.practice.connector;

/**
 * The connector's numbers for what it meets, by the list of Microsoft's page. Which of the two generations a build
 * speaks is told nowhere; this one speaks the newer one. Statuses without a number of their own are client errors.
 */
final class Codes {

    static final int SECRET_TOO_SHORT = 2050;
    static final int NO_SUCH_VAULT = 3900;

    /** The request could not be sent, or nobody answered it, before there is a session. */
    static final int NOT_SENT = 3106;

    static final int NO_CHALLENGE = 3117;
    static final int CHALLENGE_WITHOUT_SIGN_IN = 3203;
    static final int CHALLENGE_WITHOUT_RESOURCE = 3206;
    static final int BAD_CREDENTIALS = 3303;
    static final int NO_TOKEN = 3306;
    static final int TOKEN_NOT_JSON = 3307;
    static final int BAD_LAYOUT = 3128;

    /** Nobody answered, once there is a session: reading a key, wrapping, unwrapping. */
    static final int READ_NO_ANSWER = 3403;

    static final int WRAP_NO_ANSWER = 3609;
    static final int UNWRAP_NO_ANSWER = 3709;

    static final int READ_NOT_JSON = 3404;
    static final int WRAP_NOT_JSON = 3607;
    static final int UNWRAP_NOT_JSON = 3707;
    static final int READ_NO_ID = 3406;
    static final int READ_NO_NUMBER = 3408;
    static final int WRAP_NO_VALUE = 3608;
    static final int UNWRAP_NO_VALUE = 3708;

    /** It was asked to make what is there. */
    static final int FAILURE = 1;

    private static final int UNAUTHORIZED = 3108;
    private static final int THROTTLED = 3109;
    private static final int CLIENT_ERROR = 3110;
    private static final int SERVER_ERROR = 3111;
    private static final int NOT_FOUND = 3112;
    private static final int FORBIDDEN = 3113;

    private Codes() {}

    /** What a status is to it; 0 for one of success. */
    static int of(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 429 -> THROTTLED;
            default -> status < 400 ? 0 : status < 500 ? CLIENT_ERROR : SERVER_ERROR;
        };
    }

    /** What a status of the sign-in is to it: credentials that are wrong (401), or laid out wrongly (400). */
    static int ofSignIn(int status) {
        return switch (status) {
            case 400 -> BAD_LAYOUT;
            case 401 -> BAD_CREDENTIALS;
            default -> of(status);
        };
    }
}
