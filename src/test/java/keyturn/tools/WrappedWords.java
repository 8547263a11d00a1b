package keyturn.tools;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Loads this program once more, as a version of it would be whose every worded text stands between ⟦ and ⟧. */
public final class WrappedWords extends ClassLoader {

    private static final String OURS = "keyturn.";
    /** The driver makes objects of this program's classes by their names, and has to find those of its own version. */
    private static final String DRIVER = "com.microsoft.sqlserver.jdbc.";

    private final boolean longer;

    public WrappedWords() {
        this(false);
    }

    private WrappedWords(boolean longer) {
        super(WrappedWords.class.getClassLoader());
        this.longer = longer;
    }

    /** The texts are a third longer too, as they would be in other languages. */
    public static WrappedWords lengthened() {
        return new WrappedWords(true);
    }

    /** Words of nothing in the usual size of words: one line of them wraps as any text does. */
    private String wrapped(Object text) {
        String more = longer ? " lorem".repeat(Math.max(1, String.valueOf(text).length() / 18)) : "";
        return "⟦" + text + more + "⟧";
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (isShared(name) || (!name.startsWith(OURS) && !name.startsWith(DRIVER))) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    /** JavaFX lets a kind of event be made once in a process. */
    private static boolean isShared(String name) {
        return name.startsWith("keyturn.ui.parts.") && name.endsWith("Request");
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = file.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    /** Bundles are read through their addresses. */
    @Override
    public @Nullable URL getResource(String name) {
        URL plain = getParent().getResource(name);
        boolean words = name.startsWith(OURS.replace('.', '/')) && name.endsWith(".properties");
        if (plain == null || !words) {
            return plain;
        }
        try {
            return URL.of(URI.create("wrapped:///" + name), new URLStreamHandler() {
                @Override
                protected URLConnection openConnection(URL wrapped) {
                    return new Wrapped(wrapped, plain, WrappedWords.this);
                }
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static final class Wrapped extends URLConnection {
        private final URL plain;
        private final WrappedWords words;

        Wrapped(URL wrapped, URL plain, WrappedWords words) {
            super(wrapped);
            this.plain = plain;
            this.words = words;
        }

        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() throws IOException {
            Properties all = new Properties();
            try (var text = new InputStreamReader(plain.openStream(), StandardCharsets.UTF_8)) {
                all.load(text);
            }
            all.replaceAll((key, text) -> words.wrapped(text));
            var bytes = new ByteArrayOutputStream();
            all.store(bytes, null);
            return new ByteArrayInputStream(bytes.toByteArray());
        }
    }

    /** What a static method of one of our classes gives there, with texts in and a list of texts out. */
    @SuppressWarnings("unchecked")
    public List<String> call(Class<?> ours, String method, String... arguments) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            var there = loadClass(ours.getName()).getDeclaredMethod(method, String[].class);
            there.setAccessible(true);
            return (List<String>) there.invoke(null, (Object) arguments);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
