package keyturn.practice.web;

/** Hears of each request that was answered. */
@FunctionalInterface
public interface WebLog {

    /**
     * @param door vault, login, graph or azure
     * @param request method and path, nothing that may hold a secret
     * @param program as the client calls itself
     * @param status 0: hung up on
     */
    void said(String door, String request, String program, int status);
}
