package conveyarr.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * Where a {@link PgNode} lives and how to reach it. {@code data} holds the cluster, its log and its password; {@code durable} is false only
 * in tests, which may lose everything.
 */
public record PgSettings(Path data, Path binaries, int port, String password, boolean durable) {

    /** The settings for a data folder; the password is made at the first start and kept there. */
    public static PgSettings in(Path data, Path binaries, int port, boolean durable) throws IOException {
        Files.createDirectories(data);
        return new PgSettings(data, binaries, port, keptPassword(data.resolve("password")), durable);
    }

    public String username() {
        return "conveyarr";
    }

    /** Host, port and database, as {@code conveyarr.pg.address} wants it. */
    public String address() {
        return "127.0.0.1:" + port + "/postgres";
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + address() + "?connectTimeout=2&socketTimeout=5";
    }

    Path cluster() {
        return data.resolve("cluster");
    }

    Path log() {
        return data.resolve("postgres.log");
    }

    Path passwordFile() {
        return data.resolve("password");
    }

    List<String> serverArguments() {
        return List.of(
                "-D", cluster().toString(),
                "-p", Integer.toString(port),
                "-c", "listen_addresses=127.0.0.1",
                "-c", "unix_socket_directories=",
                "-c", "shared_buffers=32MB",
                "-c", "max_connections=100",
                "-c", "io_workers=1",
                "-c", "idle_in_transaction_session_timeout=30s",
                "-c", "fsync=" + (durable ? "on" : "off"),
                "-c", "synchronous_commit=" + (durable ? "on" : "off"));
    }

    private static String keptPassword(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }
}
