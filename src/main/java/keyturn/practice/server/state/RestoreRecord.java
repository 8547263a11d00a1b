package keyturn.practice.server.state;

import java.time.LocalDateTime;

/** A row of {@code msdb.dbo.restorehistory}. */
public record RestoreRecord(
        int id,
        LocalDateTime at,
        String database,
        String user,
        int backup,
        char type,
        boolean replace,
        boolean recovery) {}
