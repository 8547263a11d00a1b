package keyturn.plan.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.NodeName;
import keyturn.domain.host.HostPath;
import keyturn.domain.host.ServiceName;
import keyturn.domain.host.StartType;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.step.HostStep;
import keyturn.plan.step.HostTask;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;

/** Makes the steps on the host of one server, in the order in which they are asked for. */
public final class HostWork {

    /** How long a service may take to stop or to start before the step counts as failed. */
    private static final Duration SERVICE = Duration.ofMinutes(10);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final List<Step> steps;
    private final NodeName node;
    private final ServiceName service;
    private final ServiceName agent;
    private final Optional<StartType> startType;
    private final LocalDateTime started;
    private final boolean operator;

    /**
     * @param steps that are added to
     * @param seen with a start time
     */
    public HostWork(List<Step> steps, Inspection seen, boolean operator) {
        this.steps = steps;
        this.node = seen.identity().node();
        this.service = ServiceName.ofEngine(seen.identity().name());
        this.agent = ServiceName.ofAgent(seen.identity().name());
        this.startType = seen.facts().around().underway().startType().value();
        this.started = seen.facts().startedAt().value().orElseThrow().local();
        this.operator = operator;
    }

    /** In the names of what is kept: none is ever given twice. */
    public static String stamp(Instant now) {
        return STAMP.format(now);
    }

    /** Where copies and logs of one plan lie on the host. */
    public static HostPath folder(Instant now) {
        return new HostPath("C:\\ProgramData\\Keyturn").in(stamp(now));
    }

    public void running(HostTask task) {
        add(task, Optional.empty(), false);
    }

    public void stopped(HostTask task) {
        add(task, Optional.empty(), true);
    }

    /** @param back what takes it back */
    public void stopped(HostTask task, HostTask back) {
        add(task, Optional.of(back), true);
    }

    /** From then on nothing starts it but this plan, not even a reboot; a start type that was not read is left as it is. */
    public void stop() {
        add(
                new HostTask.StopService(service, SERVICE),
                Optional.of(new HostTask.StartService(service, List.of(agent), SERVICE)),
                false);
        startType
                .filter(type -> type != StartType.DISABLED)
                .ifPresent(type -> stopped(
                        new HostTask.SetStartType(service, StartType.DISABLED),
                        new HostTask.SetStartType(service, type)));
    }

    public void start(List<Database> opened) {
        startType
                .filter(type -> type != StartType.DISABLED)
                .ifPresent(type -> stopped(
                        new HostTask.SetStartType(service, type),
                        new HostTask.SetStartType(service, StartType.DISABLED)));
        start(new HostTask.StartService(service, List.of(agent), SERVICE), opened, true);
    }

    public void restart(List<Database> opened) {
        start(new HostTask.RestartService(service, SERVICE), opened, false);
    }

    private void start(HostTask task, List<Database> opened, boolean stopped) {
        List<DatabaseName> names = opened.stream().map(Database::name).toList();
        steps.add(new HostStep.StartEngine(next(), node, task, started, names, operator, stopped));
    }

    private void add(HostTask task, Optional<HostTask> back, boolean stopped) {
        steps.add(new HostStep.Perform(next(), node, task, back, operator, stopped));
    }

    /** For a list that steps of other kinds are added to as well. */
    public StepId next() {
        return new StepId(steps.size() + 1);
    }
}
