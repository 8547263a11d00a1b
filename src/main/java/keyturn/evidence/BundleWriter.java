package keyturn.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.run.files.DurableFile;

/** Writes a bundle, whole or not at all, and never over anything. */
public final class BundleWriter {

    /** The same in every entry; on the first day that a zip knows, Java would add a time that depends on the zone. */
    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private BundleWriter() {}

    /**
     * Writes a folder of this name, or one file where the name ends in {@code .zip}.
     *
     * @return {@code to}
     * @throws Problem.Raised {@code bundle.exists} if something has that name, {@code bundle.folder} if there is no folder to
     *     write it in, {@code bundle.write} if it cannot be written; then nothing is there that was not before
     */
    public static Path write(Bundle bundle, Path to) throws Problem.Raised {
        Path whole = to.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        if (Files.exists(whole)) {
            throw raised("exists", to, Optional.empty());
        }
        if (parent == null || !Files.isDirectory(parent)) {
            throw raised("folder", to, Optional.empty());
        }
        try {
            if (whole.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                DurableFile.writeNew(whole, zip(bundle));
            } else {
                folder(bundle, whole);
            }
            return to;
        } catch (FileAlreadyExistsException taken) {
            throw raised("exists", to, Optional.empty());
        } catch (IOException failed) {
            throw raised("write", to, Optional.of(String.valueOf(failed)));
        }
    }

    /** Under another name beside; renamed once all of it is on the disk. */
    private static void folder(Bundle bundle, Path whole) throws IOException {
        Path beside = whole.resolveSibling(
                "." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        DurableFile.createFolder(beside);
        try {
            for (Bundle.BundleFile file : bundle.files()) {
                Path path = beside.resolve(file.name());
                Path inside = path.getParent();
                if (inside != null && !Files.exists(inside)) {
                    DurableFile.createFolder(inside);
                }
                DurableFile.writeNew(path, file.text());
            }
            DurableFile.renameFolder(beside, whole);
        } catch (IOException failed) {
            delete(beside);
            throw failed;
        }
    }

    /**
     * The files in the bundle's order, of one time, without rights and not compressed, because compressors differ: every
     * system gives the same bytes.
     */
    static byte[] zip(Bundle bundle) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Bundle.BundleFile file : bundle.files()) {
                byte[] content = file.text().getBytes(StandardCharsets.UTF_8);
                zip.putNextEntry(entry(file.name(), content));
                zip.write(content);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ZIP_TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        return entry;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }

    private static Problem.Raised raised(String rule, Path to, Optional<String> detail) {
        return new Problem.Raised(new Problem(
                "bundle." + rule,
                Message.of("evidence.bundle." + rule, to),
                detail,
                Message.of("evidence.bundle." + rule + ".next")));
    }
}
