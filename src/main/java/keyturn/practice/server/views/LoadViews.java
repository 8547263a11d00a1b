package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIGINT;
import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.nchar;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import keyturn.practice.server.state.Database;
import keyturn.practice.tsql.types.Bytes;

/** What the engine tells of its load: waits, counters, schedulers, memory. A server at rest: the figures stand still. */
final class LoadViews {

    private static final int HIDDEN = 1_048_576;

    private static final List<List<String>> WAITS = table("waits.tsv");
    private static final List<List<String>> COUNTERS = table("counters.tsv");

    private LoadViews() {}

    static List<View<?>> views() {
        return List.of(waits(), counters(), schedulers(), systemMemory(), processMemory());
    }

    private static List<List<String>> table(String name) {
        return RowlessViews.lines(name)
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    /** A kind of wait, which grows by a thousandth of the time that the server is up. */
    private record Wait(String type, long count, long time) {

        static List<Wait> all(Scene scene) {
            long up = Duration.between(scene.instance().identity().startedAt(), scene.now())
                    .toMillis();
            return WAITS.stream()
                    .map(w -> new Wait(
                            w.getFirst(), Long.parseLong(w.get(1)) + up / 1000, Long.parseLong(w.get(2)) + up / 100))
                    .toList();
        }
    }

    private static View<Wait> waits() {
        return View.<Wait>sys("dm_os_wait_stats", Wait::all)
                .guarded(Guard.PERFORMANCE)
                .column("wait_type", nvarchar(60), Wait::type)
                .column("waiting_tasks_count", BIGINT, Wait::count)
                .column("wait_time_ms", BIGINT, Wait::time)
                .column("max_wait_time_ms", BIGINT, w -> w.time() / 10)
                .column("signal_wait_time_ms", BIGINT, w -> w.time() / 50)
                .build();
    }

    /** A counter, of one thing or of the whole. */
    private record Counter(String object, String name, String of, long value, int type) {

        static List<Counter> all(Scene scene) {
            String prefix = scene.instance()
                    .identity()
                    .instance()
                    .map(i -> "MSSQL$" + i)
                    .orElse("SQLServer");
            List<Counter> all = new ArrayList<>();
            for (List<String> line : COUNTERS) {
                long value = Long.parseLong(line.get(3));
                int type = Integer.parseInt(line.get(4));
                for (String of : instances(line.get(2), scene)) {
                    all.add(new Counter(prefix + ":" + line.get(0), line.get(1), of, value, type));
                }
            }
            return all;
        }

        private static List<String> instances(String of, Scene scene) {
            if (!of.equals("databases")) {
                return List.of(of.split(",", -1));
            }
            List<String> names = new ArrayList<>(
                    scene.instance().databases().stream().map(Database::name).toList());
            names.add("_Total");
            return names;
        }
    }

    private static View<Counter> counters() {
        return View.<Counter>sys("dm_os_performance_counters", Counter::all)
                .guarded(Guard.PERFORMANCE)
                .column("object_name", nchar(128), c -> padded(c.object()))
                .column("counter_name", nchar(128), c -> padded(c.name()))
                .nullable("instance_name", nchar(128), c -> padded(c.of()))
                .column("cntr_value", BIGINT, Counter::value)
                .column("cntr_type", INT, Counter::type)
                .build();
    }

    private static String padded(String name) {
        return "%-128s".formatted(name);
    }

    /** A scheduler; the last one is that of the administrator's connection. */
    private record Scheduler(int number) {

        static List<Scheduler> all(Scene scene) {
            return IntStream.rangeClosed(0, Machine.CPUS)
                    .mapToObj(Scheduler::new)
                    .toList();
        }

        boolean visible() {
            return number < Machine.CPUS;
        }

        Bytes address(int of) {
            return Bytes.ofHex("%016X".formatted(0x2_1000_0000L + of * 0x1000_0000L + number * 0x4_0040L));
        }
    }

    private static View<Scheduler> schedulers() {
        View.Builder<Scheduler> view = View.<Scheduler>sys("dm_os_schedulers", Scheduler::all)
                .guarded(Guard.PERFORMANCE)
                .column("scheduler_address", varbinary(8), s -> s.address(0))
                .column("parent_node_id", INT, s -> s.visible() ? 0 : 64)
                .column("scheduler_id", INT, s -> s.visible() ? s.number() : HIDDEN)
                .column("cpu_id", SMALLINT, s -> s.visible() ? s.number() : 0)
                .column("status", nvarchar(60), s -> s.visible() ? "VISIBLE ONLINE" : "VISIBLE ONLINE (DAC)")
                .column("is_online", BIT, s -> true)
                .column("is_idle", BIT, s -> s.number() > 0);
        for (String count : List.of("preemptive_switches_count", "context_switches_count", "idle_switches_count")) {
            view.column(count, INT, s -> 10_000 - 100 * s.number());
        }
        return view.column("current_tasks_count", INT, s -> s.visible() ? 6 : 2)
                .column("runnable_tasks_count", INT, s -> 0)
                .column("current_workers_count", INT, s -> s.visible() ? 9 : 2)
                .column("active_workers_count", INT, s -> s.visible() ? 4 : 1)
                .column("work_queue_count", BIGINT, s -> 0L)
                .column("pending_disk_io_count", INT, s -> 0)
                .column("load_factor", INT, s -> s.visible() ? 4 : 1)
                .column("yield_count", INT, s -> 20_000)
                .column("last_timer_activity", BIGINT, s -> 90_000L)
                .column("failed_to_create_worker", BIT, s -> false)
                .none("active_worker_address", varbinary(8))
                .column("memory_object_address", varbinary(8), s -> s.address(1))
                .none("task_memory_object_address", varbinary(8))
                .column("quantum_length_us", BIGINT, s -> 4L)
                .since(2016, "total_cpu_usage_ms", BIGINT, s -> 42_000L)
                .since(2016, "total_cpu_idle_capped_ms", BIGINT, s -> 0L)
                .since(2016, "total_scheduler_delay_ms", BIGINT, s -> 1_200L)
                .since(2019, "ideal_workers_limit", INT, s -> 0)
                .build();
    }

    private static View<Scene> systemMemory() {
        long all = Machine.MEMORY_KB;
        return View.<Scene>sys("dm_os_sys_memory", List::of)
                .guarded(Guard.PERFORMANCE)
                .column("total_physical_memory_kb", BIGINT, s -> all)
                .column("available_physical_memory_kb", BIGINT, s -> all / 2)
                .column("total_page_file_kb", BIGINT, s -> all + all / 4)
                .column("available_page_file_kb", BIGINT, s -> all / 2 + all / 4)
                .column("system_cache_kb", BIGINT, s -> all / 4)
                .column("kernel_paged_pool_kb", BIGINT, s -> 210_000L)
                .column("kernel_nonpaged_pool_kb", BIGINT, s -> 140_000L)
                .column("system_high_memory_signal_state", BIT, s -> true)
                .column("system_low_memory_signal_state", BIT, s -> false)
                .column("system_memory_state_desc", nvarchar(256), s -> "Available physical memory is high")
                .build();
    }

    private static View<Scene> processMemory() {
        long used = Machine.MEMORY_KB / 4;
        View.Builder<Scene> view = View.<Scene>sys("dm_os_process_memory", List::of)
                .guarded(Guard.PERFORMANCE)
                .column("physical_memory_in_use_kb", BIGINT, s -> used)
                .column("large_page_allocations_kb", BIGINT, s -> 0L)
                .column("locked_page_allocations_kb", BIGINT, s -> 0L)
                .column("total_virtual_address_space_kb", BIGINT, s -> 137_438_953_344L)
                .column("virtual_address_space_reserved_kb", BIGINT, s -> 4 * used)
                .column("virtual_address_space_committed_kb", BIGINT, s -> used + 200_000)
                .column("virtual_address_space_available_kb", BIGINT, s -> 137_438_953_344L - 4 * used)
                .column("page_fault_count", BIGINT, s -> 1_400_000L)
                .column("memory_utilization_percentage", INT, s -> 100)
                .column("available_commit_limit_kb", BIGINT, s -> Machine.MEMORY_KB / 2);
        return view.column("process_physical_memory_low", BIT, s -> false)
                .column("process_virtual_memory_low", BIT, s -> false)
                .build();
    }
}
