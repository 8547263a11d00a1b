package keyturn.domain.inspection;

import java.util.List;

/**
 * How long open databases can go on without the vault. Read when asked for, not with every look.
 *
 * @param rooms in the logs of encrypted databases that are open
 * @param traceFlag whether 15025 is on for all sessions: builds that know it then open a new part of a log without the vault
 */
public record LogRooms(Fact<List<LogRoom>> rooms, Fact<Boolean> traceFlag) {}
