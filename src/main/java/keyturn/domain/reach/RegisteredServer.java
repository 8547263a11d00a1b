package keyturn.domain.reach;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A server as another tool has it in its list.
 *
 * @param name that the list shows
 * @param address as that tool connects to it; an address of ours only once it is parsed
 * @param group that it stands in, groups inside groups with {@code /} between; empty: none
 * @param login of SQL Server, without its password; empty: as the user of Windows
 * @param colour red, green and blue in the lowest 24 bits; empty: none of its own
 */
public record RegisteredServer(String name, String address, String group, Optional<String> login, OptionalInt colour) {}
