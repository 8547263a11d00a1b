package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.util.List;
import keyturn.practice.server.state.Topology;
import keyturn.practice.server.state.WindowsCluster;

/**
 * The Windows cluster. An instance with availability groups sees it by the HADR views, a failover cluster instance by
 * its nodes.
 */
final class ClusterViews {

    private ClusterViews() {}

    static List<View<?>> views() {
        return List.of(cluster(), members(), nodes());
    }

    private static List<WindowsCluster> ofGroups(Scene scene) {
        Topology topology = scene.instance().topology();
        return topology.hadrEnabled() ? topology.cluster().stream().toList() : List.of();
    }

    private static View<WindowsCluster> cluster() {
        return View.<WindowsCluster>sys("dm_hadr_cluster", ClusterViews::ofGroups)
                .guarded(Guard.PERFORMANCE)
                .column("cluster_name", nvarchar(128), WindowsCluster::name)
                .nullable("quorum_type", TINYINT, c -> 1)
                .nullable("quorum_type_desc", nvarchar(60), c -> "NODE_AND_DISK_MAJORITY")
                .nullable("quorum_state", TINYINT, c -> 1)
                .nullable("quorum_state_desc", nvarchar(60), c -> "NORMAL_QUORUM")
                .build();
    }

    private static View<WindowsCluster.Node> members() {
        return View.<WindowsCluster.Node>sys(
                        "dm_hadr_cluster_members",
                        scene -> ofGroups(scene).stream()
                                .flatMap(c -> c.nodes().stream())
                                .toList())
                .guarded(Guard.PERFORMANCE)
                .column("member_name", nvarchar(128), WindowsCluster.Node::name)
                .nullable("member_type", TINYINT, n -> 0)
                .nullable("member_type_desc", nvarchar(60), n -> "CLUSTER_NODE")
                .nullable("member_state", TINYINT, n -> n.up() ? 1 : 0)
                .nullable("member_state_desc", nvarchar(60), n -> n.up() ? "UP" : "DOWN")
                .nullable("number_of_quorum_votes", INT, n -> 1)
                .build();
    }

    private static View<WindowsCluster.Node> nodes() {
        return View.<WindowsCluster.Node>sys("dm_os_cluster_nodes", ClusterViews::ofInstance)
                .guarded(Guard.PERFORMANCE)
                .nullable("NodeName", nvarchar(512), WindowsCluster.Node::name)
                .nullable("status", INT, n -> n.up() ? 0 : 1)
                .nullable("status_description", nvarchar(20), n -> n.up() ? "up" : "down")
                .nullable("is_current_owner", BIT, WindowsCluster.Node::owner)
                .build();
    }

    private static List<WindowsCluster.Node> ofInstance(Scene scene) {
        return scene.instance().identity().clustered()
                ? scene.instance().topology().cluster().stream()
                        .flatMap(c -> c.nodes().stream())
                        .toList()
                : List.of();
    }
}
