package keyturn.practice.server.state;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A provider DLL as it lies on the server's disk.
 *
 * @param guid the provider's own identity, the same over its versions
 * @param size in bytes
 * @param signed its signature leads to a trusted root
 * @param loadable Windows can load it (the Visual C++ runtime is there)
 * @param missingExport 0, or which of the seventeen functions it lacks
 * @param initializeCode what it answers when it is initialized; 0 is well
 */
public record DllFile(
        String path,
        ProductVersion version,
        UUID guid,
        LocalDate date,
        long size,
        String friendlyName,
        boolean signed,
        boolean loadable,
        int missingExport,
        int initializeCode) {}
