package keyturn.run.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Files and folders for their owner's eyes only: by mode where the system has modes, else by an access list that names the
 * owner and the system itself (which backs up and scans) and nobody else. What the folder above would hand down is not in that
 * list. It is set while the file is empty still, for only then is the owner known by the name that the file system uses.
 */
final class OwnerOnly {

    private static final boolean MODES =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /** What the system's own account may be called; its first name is that of English Windows, its second needs no language. */
    private static final List<String> SYSTEM = List.of("NT AUTHORITY\\SYSTEM", "S-1-5-18", "SYSTEM");

    private OwnerOnly() {}

    /** Makes the file, which must not be there, and opens it. */
    static FileChannel createFile(Path file, StandardOpenOption how) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, how);
        FileChannel channel = FileChannel.open(file, options, attributes("rw-------"));
        try {
            restrict(file);
            return channel;
        } catch (IOException notRestricted) {
            channel.close();
            Files.deleteIfExists(file);
            throw notRestricted;
        }
    }

    /** Makes the folder, which must not be there; its parents as the system makes them. */
    static void createFolder(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectory(folder, attributes("rwx------"));
        restrict(folder, AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT);
    }

    /** Replaces the whole list, inherited entries too. */
    private static void restrict(Path path, AclEntryFlag... handedDown) throws IOException {
        AclFileAttributeView list = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (MODES || list == null) {
            return;
        }
        List<AclEntry> entries = new ArrayList<>(List.of(all(list.getOwner(), handedDown)));
        Optional<UserPrincipal> system = system();
        if (system.isPresent()) {
            entries.add(all(system.get(), handedDown));
        }
        list.setAcl(entries);
    }

    private static AclEntry all(UserPrincipal who, AclEntryFlag... handedDown) {
        return AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(who)
                .setFlags(handedDown)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build();
    }

    /** Empty where it goes by yet another name: the owner's entry is enough to work, and nobody gets more for it. */
    private static Optional<UserPrincipal> system() throws IOException {
        for (String name : SYSTEM) {
            Optional<UserPrincipal> found = named(name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<UserPrincipal> named(String name) throws IOException {
        try {
            return Optional.of(
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(name));
        } catch (UserPrincipalNotFoundException otherName) {
            return Optional.empty();
        }
    }

    private static FileAttribute<?>[] attributes(String mode) {
        return MODES
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
