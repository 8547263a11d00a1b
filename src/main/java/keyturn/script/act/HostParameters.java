package keyturn.script.act;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.host.FileHash;
import keyturn.domain.host.HostPath;
import keyturn.domain.host.ProductCode;
import keyturn.domain.host.ServiceName;
import keyturn.domain.host.StartType;
import keyturn.plan.step.HostTask;

/** What a host script is told, as its one line of JSON, and back. */
public final class HostParameters {

    /** Windows PowerShell 5.1 reads its input by the code page of the console. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private HostParameters() {}

    public static HostScript script(HostTask task) {
        return switch (task) {
            case HostTask.CopyFolder copy -> HostScript.COPY_FOLDER;
            case HostTask.ExportRegistry export -> HostScript.EXPORT_REGISTRY;
            case HostTask.MergeRegistry merge -> HostScript.MERGE_REGISTRY;
            case HostTask.StopService stop -> HostScript.STOP_SERVICE;
            case HostTask.StartService start -> HostScript.START_SERVICE;
            case HostTask.RestartService restart -> HostScript.RESTART_SERVICE;
            case HostTask.SetStartType set -> HostScript.SET_START_TYPE;
            case HostTask.UninstallProgram uninstall -> HostScript.UNINSTALL_PROGRAM;
            case HostTask.InstallMsi install -> HostScript.INSTALL_MSI;
            case HostTask.ExtractDll extract -> HostScript.EXTRACT_DLL;
            case HostTask.PlaceFile place -> HostScript.PLACE_FILE;
            case HostTask.RenameFolder rename -> HostScript.RENAME_FOLDER;
            case HostTask.DeleteFolder delete -> HostScript.DELETE_FOLDER;
            case HostTask.CheckFile check -> HostScript.CHECK_FILE;
        };
    }

    public static String line(HostTask task) {
        try {
            return JSON.writeValueAsString(node(task));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ObjectNode node(HostTask task) {
        return switch (task) {
            case HostTask.CopyFolder copy -> paths(copy.from(), copy.to());
            case HostTask.ExportRegistry export -> node().put("to", export.to().value());
            case HostTask.MergeRegistry merge -> node().put("from", merge.from().value());
            case HostTask.StopService stop ->
                service(stop.name()).put("seconds", stop.limit().toSeconds());
            case HostTask.StartService start -> start(start);
            case HostTask.RestartService restart ->
                service(restart.name()).put("seconds", restart.limit().toSeconds());
            case HostTask.SetStartType set ->
                service(set.name()).put("type", set.type().word());
            case HostTask.UninstallProgram uninstall ->
                node().put("productCode", uninstall.product().value())
                        .put("log", uninstall.log().value());
            case HostTask.InstallMsi install ->
                msi(install.msi(), install.hash()).put("log", install.log().value());
            case HostTask.ExtractDll extract ->
                msi(extract.msi(), extract.hash()).put("to", extract.to().value());
            case HostTask.PlaceFile place -> place(place);
            case HostTask.RenameFolder rename -> paths(rename.from(), rename.to());
            case HostTask.DeleteFolder delete -> delete(delete);
            case HostTask.CheckFile check -> check(check);
        };
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode paths(HostPath from, HostPath to) {
        return node().put("from", from.value()).put("to", to.value());
    }

    private static ObjectNode service(ServiceName name) {
        return node().put("name", name.value());
    }

    private static ObjectNode start(HostTask.StartService start) {
        ObjectNode node = service(start.name());
        ArrayNode dependents = node.putArray("dependents");
        start.dependents().forEach(name -> dependents.add(name.value()));
        return node.put("seconds", start.limit().toSeconds());
    }

    private static ObjectNode msi(HostPath msi, Optional<FileHash> hash) {
        ObjectNode node = node().put("msi", msi.value());
        hash.ifPresent(one -> node.put("sha256", one.value()));
        return node;
    }

    private static ObjectNode place(HostTask.PlaceFile place) {
        ObjectNode node =
                node().put("from", place.from().value()).put("to", place.to().value());
        place.hash().ifPresent(hash -> node.put("sha256", hash.value()));
        return node;
    }

    private static ObjectNode delete(HostTask.DeleteFolder delete) {
        ObjectNode node = node().put("path", delete.path().value());
        ArrayNode expected = node.putArray("expected");
        delete.expected().forEach(hash -> expected.add(hash.value()));
        return node;
    }

    private static ObjectNode check(HostTask.CheckFile check) {
        ObjectNode node = node().put("path", check.path().value());
        check.version().ifPresent(version -> node.put("version", version.toString()));
        check.hash().ifPresent(hash -> node.put("sha256", hash.value()));
        check.account().ifPresent(account -> node.put("account", account));
        return node;
    }

    /** @throws IllegalArgumentException where the line is not what that script is told */
    public static HostTask read(HostScript script, String line) {
        try {
            return task(script, JSON.readTree(line));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(line, broken);
        }
    }

    private static HostTask task(HostScript script, JsonNode told) {
        return switch (script) {
            case COPY_FOLDER -> new HostTask.CopyFolder(path(told, "from"), path(told, "to"));
            case EXPORT_REGISTRY -> new HostTask.ExportRegistry(path(told, "to"));
            case MERGE_REGISTRY -> new HostTask.MergeRegistry(path(told, "from"));
            case STOP_SERVICE -> new HostTask.StopService(name(told), limit(told));
            case START_SERVICE ->
                new HostTask.StartService(name(told), texts(told, "dependents", ServiceName::new), limit(told));
            case RESTART_SERVICE -> new HostTask.RestartService(name(told), limit(told));
            case SET_START_TYPE ->
                new HostTask.SetStartType(
                        name(told), StartType.of(text(told, "type")).orElseThrow(IllegalArgumentException::new));
            case UNINSTALL_PROGRAM ->
                new HostTask.UninstallProgram(new ProductCode(text(told, "productCode")), path(told, "log"));
            case INSTALL_MSI -> new HostTask.InstallMsi(path(told, "msi"), hash(told), path(told, "log"));
            case EXTRACT_DLL -> new HostTask.ExtractDll(path(told, "msi"), hash(told), new DllPath(text(told, "to")));
            case PLACE_FILE -> new HostTask.PlaceFile(path(told, "from"), new DllPath(text(told, "to")), hash(told));
            case RENAME_FOLDER -> new HostTask.RenameFolder(path(told, "from"), path(told, "to"));
            case DELETE_FOLDER -> new HostTask.DeleteFolder(path(told, "path"), texts(told, "expected", FileHash::new));
            case CHECK_FILE -> check(told);
        };
    }

    private static HostTask check(JsonNode told) {
        return new HostTask.CheckFile(
                new DllPath(text(told, "path")),
                optional(told, "version").map(FileVersion::parse),
                hash(told),
                optional(told, "account"));
    }

    private static String text(JsonNode told, String field) {
        return optional(told, field).orElseThrow(() -> new IllegalArgumentException(field));
    }

    private static Optional<String> optional(JsonNode told, String field) {
        return Optional.of(told.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static HostPath path(JsonNode told, String field) {
        return new HostPath(text(told, field));
    }

    private static ServiceName name(JsonNode told) {
        return new ServiceName(text(told, "name"));
    }

    private static Optional<FileHash> hash(JsonNode told) {
        return optional(told, "sha256").map(FileHash::new);
    }

    private static Duration limit(JsonNode told) {
        if (!told.path("seconds").isIntegralNumber()) {
            throw new IllegalArgumentException("seconds");
        }
        return Duration.ofSeconds(told.path("seconds").longValue());
    }

    private static <T> List<T> texts(JsonNode told, String field, Function<String, T> reader) {
        List<T> texts = new ArrayList<>();
        told.path(field).forEach(one -> texts.add(reader.apply(one.asText())));
        return texts;
    }
}
