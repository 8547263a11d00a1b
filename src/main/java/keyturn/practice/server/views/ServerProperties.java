package keyturn.practice.server.views;

import static keyturn.practice.server.views.Property.flag;
import static keyturn.practice.server.views.Property.instant;
import static keyturn.practice.server.views.Property.large;
import static keyturn.practice.server.views.Property.number;
import static keyturn.practice.server.views.Property.text;

import keyturn.practice.server.state.Identity;
import keyturn.practice.server.state.ProductVersion;
import keyturn.practice.tsql.types.Variant;
import org.jspecify.annotations.Nullable;

/** The properties of SERVERPROPERTY; NULL for one that this version does not know. */
final class ServerProperties {

    private static final int LCID = 1033;

    private ServerProperties() {}

    static @Nullable Variant of(Scene scene, String property) {
        Identity identity = scene.instance().identity();
        return switch (property) {
            case "servername" -> text(identity.serverName());
            case "machinename" -> text(identity.machine());
            case "computernamephysicalnetbios" ->
                text(scene.instance().topology().node(identity));
            case "instancename" -> identity.instance().map(Property::text).orElse(null);
            case "ishadrenabled" -> flag(scene.instance().topology().hadrEnabled());
            case "hadrmanagerstatus" -> number(scene.instance().topology().hadrEnabled() ? 1 : 2);
            case "isclustered" -> flag(identity.clustered());
            case "edition" -> text(identity.edition());
            case "editionid" -> large(identity.editionId());
            case "engineedition" -> number(identity.engineEdition());
            case "processid" -> number(4312);
            case "licensetype" -> text("DISABLED");
            default -> product(identity, property);
        };
    }

    private static @Nullable Variant product(Identity identity, String property) {
        ProductVersion version = identity.version();
        return switch (property) {
            case "productversion" -> text(version.toString());
            case "productmajorversion" -> text(String.valueOf(version.major()));
            case "productminorversion" -> text(String.valueOf(version.minor()));
            case "productbuild" -> text(String.valueOf(version.build()));
            case "productlevel" -> text(version.level());
            case "productupdatelevel" -> version.update().map(Property::text).orElse(null);
            case "productbuildtype", "productupdatereference" -> null;
            case "resourceversion" ->
                text("%02d.%02d.%04d".formatted(version.major(), version.minor(), version.build()));
            case "resourcelastupdatedatetime" -> instant(ObjectViews.SHIPPED);
            case "buildclrversion" -> text("v4.0.30319");
            default -> folders(identity, property);
        };
    }

    private static @Nullable Variant folders(Identity identity, String property) {
        int year = identity.version().year();
        return switch (property) {
            case "errorlogfilename" -> text(identity.folder() + "\\Log\\ERRORLOG");
            case "instancedefaultdatapath", "instancedefaultlogpath" -> text(identity.folder() + "\\DATA\\");
            case "instancedefaultbackuppath" -> year >= 2019 ? text(identity.folder() + "\\Backup") : null;
            case "pathseparator" -> year >= 2017 ? text("\\") : null;
            case "filestreamsharename" -> text(identity.instance().orElse("MSSQLSERVER"));
            default -> collation(identity, property);
        };
    }

    private static @Nullable Variant collation(Identity identity, String property) {
        return switch (property) {
            case "collation" -> text(identity.collation().name());
            case "collationid" ->
                Collations.id(identity.collation()).map(Property::number).orElse(null);
            case "comparisonstyle" -> number(Collations.style(identity.collation()));
            case "lcid" -> number(LCID);
            case "sqlcharset" -> number(1);
            case "sqlcharsetname" -> text("iso_1");
            case "sqlsortorder" -> number(Collations.sortOrder(identity.collation()));
            case "sqlsortordername" -> text(Collations.sortOrderName(identity.collation()));
            default -> switches(identity.version().year(), property);
        };
    }

    private static @Nullable Variant switches(int year, String property) {
        return switch (property) {
            case "isintegratedsecurityonly",
                    "issingleuser",
                    "islocaldb",
                    "ispolybaseinstalled",
                    "isadvancedanalyticsinstalled" -> flag(false);
            case "isfulltextinstalled", "isxtpsupported" -> flag(true);
            case "filestreamconfiguredlevel", "filestreameffectivelevel" -> number(0);
            case "istempdbmetadatamemoryoptimized", "isbigdatacluster" -> year >= 2019 ? flag(false) : null;
            case "isexternalauthenticationonly",
                    "isexternalgovernanceenabled",
                    "isserversuspendedforsnapshotbackup",
                    "suspendeddatabasecount" -> year >= 2022 ? flag(false) : null;
            default -> null;
        };
    }
}
