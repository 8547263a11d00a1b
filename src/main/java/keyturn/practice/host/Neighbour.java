package keyturn.practice.host;

import java.util.Optional;

/**
 * Another SQL Server on the same host, of which only its services are there.
 *
 * @param dll connector DLL that it has loaded
 */
public record Neighbour(String instance, String account, Optional<String> dll) {}
