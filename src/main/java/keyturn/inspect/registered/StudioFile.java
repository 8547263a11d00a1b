package keyturn.inspect.registered;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.reach.RegisteredServer;

/**
 * The list of registered servers that Management Studio keeps for each user ({@code RegSrvr.xml}, {@code RegSrvr16.xml}), or exports
 * ({@code .regsrvr}). Only database engines are taken. Its passwords, which only that Windows user could decrypt, are passed over.
 */
public final class StudioFile {

    private static final String SERVER = "RegisteredServer";
    private static final String GROUP = "/ServerGroup/";
    private static final long MOST_BYTES = 16 << 20;
    private static final int RGB = 0xffffff;

    private StudioFile() {}

    /** @throws Problem.Raised if it cannot be read, or is no such list */
    public static List<RegisteredServer> read(Path file) throws Problem.Raised {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                throw new IOException("no ordinary file of at most " + MOST_BYTES + " bytes");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return servers(factory().createXMLStreamReader(in));
            }
        } catch (XMLStreamException noXml) {
            var place = noXml.getLocation();
            throw refused(
                    file,
                    Message.of("inspect.registered.notXml", place.getLineNumber(), place.getColumnNumber())
                            .text());
        } catch (IOException | IllegalArgumentException unreadable) {
            throw refused(file, String.valueOf(unreadable.getMessage()));
        }
    }

    private static Problem.Raised refused(Path file, String detail) {
        return new Problem.Raised(new Problem(
                "registered.file",
                Message.of("inspect.registered.file", file),
                Optional.of(detail),
                Message.of("inspect.registered.file.next")));
    }

    /** Nothing outside of the file is read for it. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static List<RegisteredServer> servers(XMLStreamReader xml) throws XMLStreamException {
        List<RegisteredServer> found = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals(SERVER)) {
                server(fields(xml)).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The texts of one server's elements, by their names. */
    private static Map<String, String> fields(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> fields = new HashMap<>();
        String name = "";
        for (int event = xml.next(); !ends(event, xml); event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                name = xml.getLocalName();
            } else if (event == XMLStreamConstants.CHARACTERS && !xml.isWhiteSpace()) {
                fields.merge(name, xml.getText(), String::concat);
            }
        }
        return fields;
    }

    private static boolean ends(int event, XMLStreamReader xml) {
        return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(SERVER);
    }

    private static Optional<RegisteredServer> server(Map<String, String> fields) {
        String address = fields.getOrDefault("ServerName", "").strip();
        boolean engine = fields.getOrDefault("ServerType", "DatabaseEngine").equals("DatabaseEngine");
        if (address.isEmpty() || !engine) {
            return Optional.empty();
        }
        return Optional.of(new RegisteredServer(
                fields.getOrDefault("Name", address).strip(),
                address,
                group(fields.getOrDefault("Uri", "")),
                ConnectionText.login(fields.getOrDefault("ConnectionStringWithEncryptedPassword", "")),
                colour(fields)));
    }

    /** {@code …/DatabaseEngineServerGroup/ServerGroup/Finance/ServerGroup/Prod}: its names, without those of the kinds. */
    private static String group(String uri) {
        int first = uri.indexOf(GROUP, uri.indexOf("DatabaseEngineServerGroup"));
        return first < 0
                ? ""
                : Stream.of(uri.substring(first).split(GROUP))
                        .filter(name -> !name.isEmpty())
                        .map(name -> URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("/"));
    }

    private static OptionalInt colour(Map<String, String> fields) {
        boolean own = fields.getOrDefault("UseCustomConnectionColor", "").equals("true");
        String number = fields.getOrDefault("CustomConnectionColorArgb", "");
        return own && number.matches("-?[0-9]{1,10}")
                ? OptionalInt.of((int) (Long.parseLong(number) & RGB))
                : OptionalInt.empty();
    }
}
