package conveyarr.flow.spool;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/** How a record lies in a segment: its length, the CRC32C of length and record, the record. */
final class Frame {
    static final int HEADER = 8;
    private static final int LARGEST = 64 * 1024 * 1024;

    private Frame() {}

    static long size(byte[] record) {
        return HEADER + (long) record.length;
    }

    static byte[] header(byte[] record) {
        return ByteBuffer.allocate(HEADER)
                .putInt(record.length)
                .putInt(crc(ByteBuffer.wrap(record)))
                .array();
    }

    /** The length of the record that a header announces; 0 when no record can be that long. */
    static int length(ByteBuffer header) {
        int length = header.getInt(0);
        return length > 0 && length <= LARGEST ? length : 0;
    }

    /** The record when it is whole. */
    static Optional<byte[]> checked(ByteBuffer header, byte[] record) {
        return isWhole(header, ByteBuffer.wrap(record)) ? Optional.of(record) : Optional.empty();
    }

    static boolean isWhole(ByteBuffer header, ByteBuffer record) {
        return crc(record) == header.getInt(4);
    }

    /** The length is covered too, so that an area of zeros is no record. */
    private static int crc(ByteBuffer record) {
        var crc = new CRC32C();
        crc.update(ByteBuffer.allocate(4).putInt(0, record.remaining()));
        crc.update(record);
        return (int) crc.getValue();
    }
}
