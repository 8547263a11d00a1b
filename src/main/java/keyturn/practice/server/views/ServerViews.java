package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIGINT;
import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SQL_VARIANT;
import static keyturn.practice.tsql.types.SqlType.datetimeoffset;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;
import static keyturn.practice.tsql.types.SqlType.varchar;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import keyturn.practice.server.state.Identity;
import keyturn.practice.server.state.LoadedDll;
import keyturn.practice.server.state.ProductVersion;
import keyturn.practice.server.state.Setting;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.Variant;
import org.jspecify.annotations.Nullable;

/** Settings, loaded modules, services, start time, host. */
final class ServerViews {

    private ServerViews() {}

    static List<View<?>> views() {
        return List.of(configurations(), modules(), services(), systemInfo(), host());
    }

    private static View<Setting> configurations() {
        return View.<Setting>sys(
                        "configurations", scene -> scene.instance().settings().all())
                .column("configuration_id", INT, Setting::id)
                .column("name", nvarchar(35), Setting::name)
                .nullable("value", SQL_VARIANT, s -> number(s.value()))
                .nullable("minimum", SQL_VARIANT, s -> number(s.minimum()))
                .nullable("maximum", SQL_VARIANT, s -> number(s.maximum()))
                .nullable("value_in_use", SQL_VARIANT, s -> number(s.running()))
                .column("description", nvarchar(255), Setting::description)
                .column("is_dynamic", BIT, Setting::dynamic)
                .column("is_advanced", BIT, Setting::advanced)
                .build();
    }

    private static Variant number(int value) {
        return new Variant(INT, value);
    }

    private record Module(int place, String path, ProductVersion version, String company, String description) {}

    private static View<Module> modules() {
        View.Builder<Module> view = View.<Module>sys("dm_os_loaded_modules", ServerViews::loaded)
                .guarded(Guard.PERFORMANCE)
                .column("base_address", varbinary(8), m -> address(m.place()))
                .nullable("file_version", varchar(23), m -> m.version().withColon())
                .nullable("product_version", varchar(23), m -> m.version().withColon());
        for (String flag : List.of("debug", "patched", "prerelease", "private_build", "special_build")) {
            view.fixed(flag, BIT, false);
        }
        return view.fixed("language", INT, 67699888)
                .nullable("company", nvarchar(256), Module::company)
                .nullable("description", nvarchar(256), Module::description)
                .nullable("name", nvarchar(255), Module::path)
                .build();
    }

    private static List<Module> loaded(Scene scene) {
        String binn = scene.instance().identity().folder() + "\\Binn\\";
        ProductVersion version = scene.version();
        String engine = version.year() + "." + version.major() + "0." + version.build() + ".0";
        ProductVersion file = ProductVersion.of(engine);
        List<Module> modules = new ArrayList<>();
        modules.add(
                new Module(1, binn + "sqlservr.exe", file, "Microsoft Corporation", "SQL Server Windows NT - 64 Bit"));
        modules.add(new Module(2, binn + "sqlmin.dll", file, "Microsoft Corporation", "Database Engine"));
        modules.add(new Module(
                3,
                "C:\\Windows\\SYSTEM32\\ntdll.dll",
                ProductVersion.of("10.0.20348.2700"),
                "Microsoft Corporation",
                "NT Layer DLL"));
        for (LoadedDll dll : scene.instance().ekm().loaded()) {
            modules.add(new Module(
                    10 + modules.size(), dll.path(), dll.version(), "Microsoft Corporation", "SQL Server Connector"));
        }
        return modules;
    }

    private static Bytes address(int place) {
        return Bytes.ofHex("%016X".formatted(0x7FF8_0000_0000L + place * 0x0100_0000L));
    }

    private record Service(
            String name,
            String account,
            String file,
            int process,
            boolean engine,
            Identity identity,
            String node,
            int offsetMinutes) {

        private @Nullable OffsetDateTime started() {
            return engine ? identity.startedAt().atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60)) : null;
        }
    }

    private static View<Service> services() {
        return View.<Service>sys("dm_server_services", ServerViews::services)
                .guarded(Guard.SECURITY)
                .column("servicename", nvarchar(256), Service::name)
                .nullable("startup_type", INT, s -> 2)
                .column("startup_type_desc", nvarchar(256), s -> "Automatic")
                .nullable("status", INT, s -> 4)
                .column("status_desc", nvarchar(256), s -> "Running")
                .nullable("process_id", INT, Service::process)
                .nullable("last_startup_time", datetimeoffset(7), Service::started)
                .column("service_account", nvarchar(256), Service::account)
                .column("filename", nvarchar(256), Service::file)
                .column("is_clustered", nvarchar(1), s -> s.identity().clustered() ? "Y" : "N")
                .nullable("cluster_nodename", nvarchar(256), s -> s.identity().clustered() ? s.node() : null)
                .nullable("instant_file_initialization_enabled", nvarchar(1), s -> s.engine() ? "Y" : "N")
                .build();
    }

    private static List<Service> services(Scene scene) {
        Identity identity = scene.instance().identity();
        String node = scene.instance().topology().node(identity);
        String short0 = identity.instance().orElse("MSSQLSERVER");
        String binn = "\"" + identity.folder() + "\\Binn\\";
        return List.of(
                new Service(
                        "SQL Server (" + short0 + ")",
                        identity.serviceAccount(),
                        binn + "sqlservr.exe\" -s" + short0,
                        4312,
                        true,
                        identity,
                        node,
                        scene.offsetMinutes()),
                new Service(
                        "SQL Server Agent (" + short0 + ")",
                        identity.instance()
                                .map(i -> "NT Service\\SQLAgent$" + i)
                                .orElse("NT Service\\SQLSERVERAGENT"),
                        binn + "SQLAGENT.EXE\" -i " + short0,
                        4876,
                        false,
                        identity,
                        node,
                        scene.offsetMinutes()));
    }

    private static View<Scene> systemInfo() {
        return View.<Scene>sys("dm_os_sys_info", List::of)
                .guarded(Guard.PERFORMANCE)
                .column("cpu_ticks", BIGINT, s -> uptime(s) * 2_400_000)
                .column("ms_ticks", BIGINT, s -> uptime(s) + 90_000)
                .column("cpu_count", INT, s -> Machine.CPUS)
                .column("hyperthread_ratio", INT, s -> Machine.CPUS)
                .column("physical_memory_kb", BIGINT, s -> Machine.MEMORY_KB)
                .column("virtual_memory_kb", BIGINT, s -> 137_438_953_344L)
                .column("committed_kb", BIGINT, s -> Machine.MEMORY_KB / 4)
                .column("committed_target_kb", BIGINT, s -> Machine.MEMORY_KB / 2)
                .column("visible_target_kb", BIGINT, s -> Machine.MEMORY_KB / 2)
                .column("stack_size_in_bytes", INT, s -> 2_093_056)
                .column("os_quantum", BIGINT, s -> 4L)
                .column("os_error_mode", INT, s -> 5)
                .nullable("os_priority_class", INT, s -> 32)
                .column("max_workers_count", INT, s -> 576)
                .column("scheduler_count", INT, s -> Machine.CPUS)
                .column("scheduler_total_count", INT, s -> Machine.CPUS + 9)
                .column("deadlock_monitor_serial_number", INT, s -> 1)
                .column("sqlserver_start_time_ms_ticks", BIGINT, s -> 90_000L)
                .column(
                        "sqlserver_start_time",
                        DATETIME,
                        s -> s.instance().identity().startedAt())
                .column("affinity_type", INT, s -> 2)
                .column("affinity_type_desc", nvarchar(60), s -> "AUTO")
                .column("virtual_machine_type", INT, s -> 1)
                .column("virtual_machine_type_desc", nvarchar(60), s -> "HYPERVISOR")
                .column("sql_memory_model", INT, s -> 1)
                .column("sql_memory_model_desc", nvarchar(120), s -> "CONVENTIONAL")
                .column("softnuma_configuration", INT, s -> 0)
                .column("softnuma_configuration_desc", nvarchar(60), s -> "OFF")
                .since(2017, "socket_count", INT, s -> 1)
                .since(2017, "cores_per_socket", INT, s -> Machine.CPUS)
                .since(2017, "numa_node_count", INT, s -> 1)
                .since(2019, "container_type", INT, s -> 0)
                .since(2019, "container_type_desc", nvarchar(60), s -> "NONE")
                .build();
    }

    private static long uptime(Scene scene) {
        return Duration.between(scene.instance().identity().startedAt(), scene.now())
                .toMillis();
    }

    private static View<Scene> host() {
        SqlType text = nvarchar(256);
        return View.<Scene>sys("dm_os_host_info", List::of)
                .since(2017, "host_platform", text, s -> "Windows")
                .since(2017, "host_distribution", text, s -> "Windows Server 2022 Standard")
                .since(2017, "host_release", text, s -> "10.0")
                .since(2017, "host_service_pack_level", text, s -> "")
                .since(2017, "host_sku", INT, s -> 7)
                .since(2017, "os_language_version", INT, s -> 1033)
                .since(2019, "host_architecture", text, s -> "X64")
                .build();
    }
}
