package keyturn.practice.azure;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import keyturn.practice.scenario.Scenarios;
import keyturn.practice.tds.Certificate;
import keyturn.practice.web.WebDesk;
import keyturn.practice.web.WebFaults;

/** A program for a system that grants few handles: opens the doors while so many are left, and says how many stay taken. */
public final class FewHandles {

    private static final int MOST = 12;

    private FewHandles() {}

    /** Prints a line for each number of handles left: whether the doors opened, and how many more are open afterwards. */
    public static void main(String[] arguments) throws IOException {
        WebDesk desk = new WebDesk(
                Certificate.create(Instant.now()).tls(), new WebFaults(), (door, request, program, status) -> {});
        Cloud cloud =
                Scenarios.load("healthy", LocalDateTime.now(Clock.systemUTC())).cloud();
        // what is loaded and opened but once is so now
        opens(cloud, desk);
        hoard(0).forEach(FewHandles::close);
        long before = handles();
        for (int left = 0; left <= MOST; left++) {
            List<ServerSocket> hoard = hoard(left);
            boolean opened = opens(cloud, desk);
            hoard.forEach(FewHandles::close);
            System.out.println(left + (opened ? " opened " : " refused ") + (handles() - before));
        }
        System.exit(0);
    }

    private static boolean opens(Cloud cloud, WebDesk desk) {
        try (CloudDoors doors = CloudDoors.open(cloud, desk, Clock.systemUTC())) {
            return doors.connections() == 0;
        } catch (UncheckedIOException noPort) {
            return false;
        }
    }

    private static List<ServerSocket> hoard(int left) {
        List<ServerSocket> hoard = new ArrayList<>();
        try {
            while (true) {
                hoard.add(new ServerSocket(0));
            }
        } catch (IOException noneLeft) {
            for (int i = 0; i < left; i++) {
                close(hoard.removeLast());
            }
            return hoard;
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long handles() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }
}
