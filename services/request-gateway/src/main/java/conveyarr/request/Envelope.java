package conveyarr.request;

import conveyarr.request.core.Delivery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** How a delivery is written into the spool. The first byte is the version of the form. */
final class Envelope {
    private static final int VERSION = 1;
    private static final int ROOM_FOR_HEADERS = 512;

    private Envelope() {}

    static byte[] write(Delivery delivery) {
        var bytes = new ByteArrayOutputStream(delivery.body().length + ROOM_FOR_HEADERS);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeLong(delivery.receipt().getMostSignificantBits());
            out.writeLong(delivery.receipt().getLeastSignificantBits());
            out.writeLong(delivery.receivedAt().toEpochMilli());
            out.writeUTF(delivery.instance());
            out.writeUTF(delivery.remote());
            out.writeShort(delivery.headers().size());
            for (var header : delivery.headers().entrySet()) {
                out.writeUTF(header.getKey());
                out.writeUTF(header.getValue());
            }
            out.writeInt(delivery.body().length);
            out.write(delivery.body());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /** Throws {@link IllegalStateException} for a form that this version does not know. */
    static Delivery read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IllegalStateException("the spool was written by a newer version");
            }
            var receipt = new UUID(in.readLong(), in.readLong());
            var receivedAt = Instant.ofEpochMilli(in.readLong());
            String instance = in.readUTF();
            String remote = in.readUTF();
            Map<String, String> headers = headers(in);
            return new Delivery(receipt, instance, receivedAt, remote, headers, in.readNBytes(in.readInt()));
        } catch (IOException e) {
            throw new IllegalStateException("the spool holds something else than a hook", e);
        }
    }

    private static Map<String, String> headers(DataInputStream in) throws IOException {
        var headers = new LinkedHashMap<String, String>();
        int count = in.readShort();
        for (int i = 0; i < count; i++) {
            headers.put(in.readUTF(), in.readUTF());
        }
        return headers;
    }
}
