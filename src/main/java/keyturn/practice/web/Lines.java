package keyturn.practice.web;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The lines of a request's head, within a number of bytes. */
final class Lines {

    private final InputStream in;
    private int left;

    Lines(InputStream in) {
        this.in = in;
    }

    /** So many bytes may come from now on. */
    void allow(int bytes) {
        left = bytes;
    }

    /** The next line without its end. */
    String next() throws IOException {
        return next(in.read());
    }

    /** A line beginning with a byte that was read already. */
    String next(int start) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = start; b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            if (--left < 0) {
                throw new Refusal(Reply.text(431, "The head of the request is too large.\n"));
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
