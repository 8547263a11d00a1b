package keyturn.practice.host;

import java.util.Optional;

/**
 * What Windows says of a file's Authenticode signature.
 *
 * @param status {@code Valid}, {@code NotSigned}, {@code HashMismatch}, {@code UnknownError}
 */
record Signature(String status, Optional<String> signer) {

    private static final String MICROSOFT =
            "CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US";

    static Signature of(HostFile file, HostFaults faults) {
        return switch (file.content()) {
            case HostFile.Dll dll -> dll.dll().signed() ? signed(faults) : new Signature("NotSigned", Optional.empty());
            case HostFile.Msi msi -> new Signature("Valid", Optional.of(MICROSOFT));
            case HostFile.RuntimeInstaller runtime -> new Signature("Valid", Optional.of(MICROSOFT));
            case HostFile.Text text -> new Signature("UnknownError", Optional.empty());
        };
    }

    private static Signature signed(HostFaults faults) {
        return new Signature(faults.has(HostFaults.SIGNATURE) ? "HashMismatch" : "Valid", Optional.of(MICROSOFT));
    }
}
