package keyturn.evidence.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import keyturn.run.files.DurableFile;

/** Writes a support bundle: one new file, whole or not at all. */
public final class SupportZip {

    private SupportZip() {}

    /** @throws IOException if the file exists or cannot be written */
    public static void write(SequencedMap<String, String> files, Path to) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("keyturn-support/" + file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        DurableFile.writeNew(to, bytes.toByteArray());
    }
}
