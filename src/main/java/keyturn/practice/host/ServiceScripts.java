package keyturn.practice.host;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import keyturn.practice.web.Json;

/** The scripts for services. */
record ServiceScripts(WindowsHost host, StandIn.Step step) {

    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(50);

    void run(String name, Ask ask, ObjectNode answer) {
        switch (name) {
            case "stop-service" -> {
                List<String> dependents = stop(ask);
                state(ask, answer);
                answer.set("dependents", Json.texts(dependents));
            }
            case "start-service" -> {
                List<String> left = start(ask, ask.texts("dependents"));
                state(ask, answer);
                answer.set("notStarted", Json.texts(left));
            }
            case "restart-service" -> {
                List<String> dependents = stop(ask);
                List<String> left = start(ask, dependents);
                state(ask, answer);
                answer.set("dependents", Json.texts(dependents));
                answer.set("notStarted", Json.texts(left));
            }
            case "set-start-type" -> startType(ask, answer);
            default -> throw new IllegalArgumentException(name);
        }
    }

    private void state(Ask ask, ObjectNode answer) {
        answer.put("state", host.services().state(ask.text("name")).word());
    }

    private List<String> stop(Ask ask) {
        HostServices services = host.services();
        String name = ask.text("name");
        List<String> dependents = services.dependents(name).stream()
                .filter(d -> services.state(d) != HostServices.State.STOPPED)
                .toList();
        step.code("service.stop");
        services.stop(name);
        await(ask, HostServices.State.STOPPED);
        return dependents;
    }

    private void await(Ask ask, HostServices.State wanted) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(ask.number("seconds"));
        while (host.services().state(ask.text("name")) != wanted) {
            if (System.nanoTime() > until) {
                throw new StandIn.Refused(
                        "service.timeout",
                        ask.text("name") + " is not " + wanted.word() + " after " + ask.number("seconds")
                                + " seconds.");
            }
            LockSupport.parkNanos(LOOK);
        }
    }

    private List<String> start(Ask ask, List<String> dependents) {
        step.code("service.start");
        host.services().start(ask.text("name"));
        await(ask, HostServices.State.RUNNING);
        List<String> left = new ArrayList<>();
        for (String each : dependents) {
            try {
                host.services().start(each);
            } catch (HostError notStarted) {
                left.add(each);
            }
        }
        return left;
    }

    private void startType(Ask ask, ObjectNode answer) {
        HostServices services = host.services();
        answer.put("was", services.startType(ask.text("name")));
        step.code("service.startType");
        services.startType(ask.text("name"), ask.text("type"));
        answer.put("is", services.startType(ask.text("name")));
    }
}
