package keyturn.practice.server.state;

/** A DLL inside the server's process: stays as it is until a restart, whatever the catalog says. */
public record LoadedDll(int providerId, String path, ProductVersion version) {}
