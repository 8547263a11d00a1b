package keyturn.practice.tds;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import keyturn.practice.tds.codec.ByteSink;
import keyturn.practice.tds.codec.Collation;

/** Messages of a client, byte by byte, and ways to spoil them. */
final class ClientBytes {

    private ClientBytes() {}

    /** A packet that ends its message. */
    static byte[] packet(int type, byte[] body) {
        var out = new ByteSink()
                .u8(type)
                .u8(Message.END)
                .u16BigEndian(body.length + 8)
                .u16(0)
                .u8(1)
                .u8(0);
        return out.raw(body).toArray();
    }

    static byte[] with(byte[]... parts) {
        var out = new ByteSink();
        for (byte[] part : parts) {
            out.raw(part);
        }
        return out.toArray();
    }

    /** Encryption 2: none. */
    static byte[] prelogin() {
        return new byte[] {0, 0, 11, 0, 6, 1, 0, 17, 0, 1, (byte) 0xFF, 16, 0, 0, 0, 0, 0, 2};
    }

    /** Without encryption. */
    static byte[] login(String user, String password) {
        String[] fields = {"host", user, scrambled(password), "app", "server", "", "library", "", ""};
        var texts = new ByteSink();
        var out = new ByteSink()
                .i32(0)
                .i32(0x74000004)
                .i32(4096)
                .i32(7)
                .i32(1)
                .i32(0)
                .i32(0x000003E0)
                .i32(0)
                .i32(0);
        for (String field : fields) {
            out.u16(94 + texts.size()).u16(field.length());
            texts.text(field);
        }
        out.raw(new byte[94 - out.size()]).raw(texts);
        byte[] record = out.toArray();
        System.arraycopy(new ByteSink().i32(record.length).toArray(), 0, record, 0, 4);
        return record;
    }

    private static String scrambled(String password) {
        var out = new StringBuilder();
        for (int i = 0; i < password.length(); i++) {
            char c = password.charAt(i);
            int swapped = ((c & 0x0F0F) << 4) | ((c & 0xF0F0) >> 4);
            out.append((char) (swapped ^ 0xA5A5));
        }
        return out.toString();
    }

    static byte[] headers() {
        return new ByteSink().i32(22).i32(18).u16(2).i64(0).i32(1).toArray();
    }

    /** sp_executesql with a text, a declaration and a value. */
    static byte[] call() {
        var out = new ByteSink().u16(0xFFFF).u16(10).u16(0);
        for (String text : new String[] {"echo @a", "@a nvarchar(9)", "value"}) {
            Collation.write(out.u8(0).u8(0).u8(0xE7).u16(8000));
            out.u16(2 * text.length()).text(text);
        }
        return out.toArray();
    }

    static byte[] batch(String sql) {
        return packet(Message.BATCH, with(headers(), sql.getBytes(StandardCharsets.UTF_16LE)));
    }

    /** All parts in a row, with some bytes changed, and perhaps the end missing. */
    static byte[] bent(Random random, byte[]... parts) {
        byte[] all = with(parts);
        for (int i = random.nextInt(4); i > 0; i--) {
            all[random.nextInt(all.length)] = (byte) random.nextInt(256);
        }
        return random.nextBoolean() ? all : Arrays.copyOf(all, random.nextInt(all.length));
    }
}
