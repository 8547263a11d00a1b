package keyturn.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.CRC32;
import keyturn.domain.Message;
import keyturn.run.files.DurableFile;

/** What nobody expected: one line with a code that is the same for the same fault, the details in a file. */
final class Crash {

    private static final int EXIT = 1;
    private static final int FRAMES = 3;

    private final StateFolder state;
    private final PrintStream messages;

    Crash(StateFolder state, PrintStream messages) {
        this.state = state;
        this.messages = messages;
    }

    int tell(Throwable fault) {
        messages.println(filed(fault));
        return EXIT;
    }

    /** Writes the details to a file; what happened and where they are, in a sentence. */
    String filed(Throwable fault) {
        Throwable cause = fault instanceof IllegalStateException && fault.getCause() != null ? fault.getCause() : fault;
        return where(code(cause), cause);
    }

    private String where(String code, Throwable fault) {
        try {
            Files.createDirectories(state.faults());
            String time = Instant.now().toString().replace(":", "");
            Path report = state.faults().resolve(time + "-" + code + ".txt");
            DurableFile.writeNew(report, report(code, fault));
            return Message.of("app.crash", code, report).text();
        } catch (IOException unwritable) {
            return Message.of("app.crash.unfiled", code, fault).text();
        }
    }

    private static String report(String code, Throwable fault) {
        StringWriter text = new StringWriter();
        text.append("Keyturn ").append(Version.text()).append(' ').append(code).append('\n');
        text.append("Java ").append(System.getProperty("java.version"));
        text.append(" on ").append(System.getProperty("os.name")).append("\n\n");
        fault.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    /** From the kind of fault and the places it came through first, without line numbers. */
    static String code(Throwable fault) {
        StringBuilder trace = new StringBuilder(fault.getClass().getName());
        StackTraceElement[] frames = fault.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            trace.append(' ').append(frames[i].getClassName()).append('.').append(frames[i].getMethodName());
        }
        CRC32 sum = new CRC32();
        sum.update(trace.toString().getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "KT-%08X", sum.getValue());
    }
}
