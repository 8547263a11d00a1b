package keyturn.cli.option;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import keyturn.cli.Ended;
import keyturn.domain.Secret;

/**
 * Reads a password from a file that nobody but its owner may read: mode 600 or stricter where files have modes, an access
 * list without others where they have lists (the system and its administrators, who can read anything, do not count). The
 * password is the first line, in UTF-8.
 */
final class PasswordFile {

    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);
    private static final Set<String> ALWAYS =
            Set.of("NT AUTHORITY\\SYSTEM", "BUILTIN\\Administrators", "CREATOR OWNER", "OWNER RIGHTS");

    private PasswordFile() {}

    static Secret read(Path file) throws Ended {
        try {
            if (Files.isRegularFile(file)) {
                checkReaders(file);
            }
            return firstLine(SmallFile.read(file), file);
        } catch (IOException unreadable) {
            throw Ended.usage("file.unreadable", file, unreadable.getClass().getSimpleName());
        }
    }

    private static void checkReaders(Path file) throws IOException, Ended {
        PosixFileAttributeView modes = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        AclFileAttributeView list = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (modes != null) {
            var others = new TreeSet<>(modes.readAttributes().permissions());
            others.retainAll(OTHERS);
            if (!others.isEmpty()) {
                throw Ended.usage("passwordFile.mode", file);
            }
        } else if (list != null) {
            checkList(file, list);
        } else {
            throw Ended.usage("passwordFile.cannotTell", file);
        }
    }

    private static void checkList(Path file, AclFileAttributeView list) throws IOException, Ended {
        String owner = list.getOwner().getName();
        for (AclEntry entry : list.getAcl()) {
            String who = entry.principal().getName();
            boolean reads =
                    entry.type() == AclEntryType.ALLOW && entry.permissions().contains(AclEntryPermission.READ_DATA);
            if (reads && !who.equalsIgnoreCase(owner) && !ALWAYS.contains(who) && !isCaller(who)) {
                throw Ended.usage("passwordFile.list", file, who);
            }
        }
    }

    private static boolean isCaller(String principal) {
        String user = System.getProperty("user.name");
        return principal.substring(principal.indexOf('\\') + 1).equalsIgnoreCase(user);
    }

    private static Secret firstLine(byte[] content, Path file) throws Ended {
        char[] line = new char[0];
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            int from = text.length() > 0 && text.charAt(0) == '\uFEFF' ? 1 : 0;
            int to = from;
            while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
                to++;
            }
            line = Arrays.copyOfRange(text.array(), text.arrayOffset() + from, text.arrayOffset() + to);
            Arrays.fill(text.array(), '\0');
            if (line.length == 0) {
                throw Ended.usage("passwordFile.empty", file);
            }
            return Secret.of(line);
        } catch (CharacterCodingException notUtf8) {
            throw Ended.usage("passwordFile.encoding", file);
        } finally {
            Arrays.fill(content, (byte) 0);
            Arrays.fill(line, '\0');
        }
    }
}
