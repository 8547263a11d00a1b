package keyturn.practice.web;

import java.nio.charset.StandardCharsets;

/** What follows a head. Prints its length alone, since it may hold a secret. */
public final class Body {

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of bytes that nobody else will change. */
    static Body of(byte[] bytes) {
        return new Body(bytes);
    }

    static Body of(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The very bytes, for who reads them: there may be many. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return bytes.length;
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
