package keyturn.practice.tds;

import java.time.Duration;

/**
 * What a client may cost.
 *
 * @param firstByte from the connection to its first byte
 * @param login from the connection to the end of the login
 * @param message from the first to the last byte of a request
 * @param write for one packet that the client does not take
 * @param sessions at a time
 * @param request bytes of one request
 * @param memory bytes of all requests that wait or run
 */
record Limits(
        Duration firstByte, Duration login, Duration message, Duration write, int sessions, int request, long memory) {

    static final int PRELOGIN = 4 << 10;
    static final int LOGIN = 64 << 10;

    static Limits standard() {
        return new Limits(
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                300,
                16 << 20,
                64L << 20);
    }
}
