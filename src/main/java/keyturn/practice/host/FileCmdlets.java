package keyturn.practice.host;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import keyturn.practice.web.Json;

/** The cmdlets for files and folders. */
record FileCmdlets(WindowsHost host) {

    private static final String EVERYBODY = "O:SYG:SYD:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)";
    private static final String ADMINISTRATORS = "O:SYG:SYD:PAI(A;;FA;;;SY)(A;;FA;;;BA)";

    ArrayNode call(String name, Ask ask) {
        HostDisk disk = host.disk();
        String path = Cmdlets.path(ask);
        return switch (name) {
            case "Test-Path" -> Cmdlets.one(Json.object().put("exists", exists(path, ask.text("PathType"))));
            case "Get-Item" -> Cmdlets.one(item(disk.known(path)));
            case "Get-ChildItem" -> below(path);
            case "Get-FileHash" ->
                Cmdlets.one(Json.object()
                        .put("Algorithm", "SHA256")
                        .put("Hash", disk.known(path).sha256().toUpperCase(Locale.ROOT))
                        .put("Path", path));
            case "Get-AuthenticodeSignature" -> Cmdlets.one(signature(disk.known(path)));
            case "Get-Acl" -> Cmdlets.one(acl(disk.known(path)));
            case "Get-Content" -> Cmdlets.one(Json.object().put("text", text(disk.known(path))));
            default -> {
                change(name, path, ask);
                yield Cmdlets.none();
            }
        };
    }

    private void change(String name, String path, Ask ask) {
        HostDisk disk = host.disk();
        switch (name) {
            case "New-Item" -> disk.folder(path);
            case "Copy-Item" -> disk.copy(path, ask.text("Destination"));
            case "Move-Item" -> disk.move(path, ask.text("Destination"));
            case "Remove-Item" -> disk.remove(path);
            case "Set-Content" -> disk.write(path, ask.text("Value"));
            default ->
                throw new HostError("CommandNotFoundException", "The practice host has no " + name + " for files.");
        }
    }

    private boolean exists(String path, String type) {
        return switch (type) {
            case "Leaf" -> host.disk().file(path).isPresent();
            case "Container" -> host.disk().isFolder(path);
            default -> host.disk().exists(path);
        };
    }

    private ArrayNode below(String folder) {
        if (!host.disk().exists(folder)) {
            throw HostError.missing(folder);
        }
        ArrayNode all = Json.array();
        host.disk().below(folder).forEach(file -> all.add(item(file)));
        return all;
    }

    private static ObjectNode item(HostFile file) {
        List<String> version = List.of(HostSight.version(file).split("\\."));
        ObjectNode item = Json.object()
                .put("FullName", file.path())
                .put("Name", file.name())
                .put("Length", file.bytes())
                .put("LastWriteTimeUtc", file.written().toString());
        item.putObject("VersionInfo")
                .put("FileMajorPart", Integer.parseInt(version.get(0)))
                .put("FileMinorPart", Integer.parseInt(version.get(1)))
                .put("FileBuildPart", Integer.parseInt(version.get(2)))
                .put("FilePrivatePart", Integer.parseInt(version.get(3)));
        return item;
    }

    private ObjectNode signature(HostFile file) {
        Signature signature = Signature.of(file, host.faults());
        ObjectNode said = Json.object().put("Status", signature.status());
        signature
                .signer()
                .ifPresentOrElse(
                        signer -> said.putObject("SignerCertificate").put("Subject", signer),
                        () -> said.putNull("SignerCertificate"));
        return said;
    }

    private static ObjectNode acl(HostFile file) {
        ObjectNode acl = Json.object().put("Sddl", file.readable() ? EVERYBODY : ADMINISTRATORS);
        ArrayNode rules = acl.putArray("Access");
        rule(rules, "NT AUTHORITY\\SYSTEM", "FullControl");
        rule(rules, "BUILTIN\\Administrators", "FullControl");
        if (file.readable()) {
            rule(rules, "BUILTIN\\Users", "ReadAndExecute, Synchronize");
        }
        return acl;
    }

    private static void rule(ArrayNode rules, String who, String rights) {
        ObjectNode rule = rules.addObject().put("FileSystemRights", rights).put("AccessControlType", "Allow");
        rule.putObject("IdentityReference").put("Value", who);
    }

    private static String text(HostFile file) {
        return switch (file.content()) {
            case HostFile.Text text -> text.text();
            case HostFile.Dll dll -> throw new HostError("NoText", file.path() + " is no text.");
            case HostFile.Msi msi -> throw new HostError("NoText", file.path() + " is no text.");
            case HostFile.RuntimeInstaller runtime -> throw new HostError("NoText", file.path() + " is no text.");
        };
    }
}
