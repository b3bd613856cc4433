package conveyarr.simulator.qbittorrent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.wire.Json;

/** One logged-in client's view of maindata: its rid and what it has confirmed. */
sealed interface Reader {
    /** The answer to {@code rid}; {@code now} is the whole present. */
    ObjectNode answer(int rid, ObjectNode now);

    static Reader of(Profile profile) {
        return profile == Profile.V4_5 ? new Lossless() : new Overwriting();
    }

    private static int next(int rid) {
        return rid % 1_000_000 + 1;
    }

    /** Up to 4.5: differences against the last confirmed snapshot, so that repeating a rid loses nothing. */
    final class Lossless implements Reader {
        private int lastRid;
        private ObjectNode last;
        private int acceptedRid;
        private ObjectNode accepted;

        @Override
        public synchronized ObjectNode answer(int rid, ObjectNode now) {
            if (rid > 0 && rid == lastRid) {
                accepted = last;
                acceptedRid = lastRid;
            }
            boolean known = rid > 0 && accepted != null && rid == acceptedRid;
            ObjectNode answer =
                    known ? Difference.between(accepted, now) : now.deepCopy().put("full_update", true);
            if (!known) {
                accepted = null;
            }
            lastRid = next(lastRid);
            last = now;
            return answer.put("rid", lastRid);
        }
    }

    /** 5.1 and later: one buffer; the newest difference of a torrent overwrites the one of a lost answer. */
    final class Overwriting implements Reader {
        private int lastRid;
        private int acceptedRid;
        private ObjectNode known;
        private ObjectNode buffer = Json.of();

        @Override
        public synchronized ObjectNode answer(int rid, ObjectNode now) {
            boolean full = known == null || rid <= 0 || (rid != lastRid && rid != acceptedRid);
            if (full || rid == lastRid) {
                buffer = Json.of();
                acceptedRid = rid;
            }
            if (!full) {
                merge(Difference.between(known, now));
            }
            known = now;
            lastRid = next(lastRid);
            ObjectNode answer = full ? withoutEmpty(now).put("full_update", true) : buffer.deepCopy();
            return answer.put("rid", lastRid);
        }

        private void merge(ObjectNode diff) {
            diff.fields().forEachRemaining(field -> {
                if (field.getKey().equals("torrents") && buffer.has("torrents")) {
                    ((ObjectNode) buffer.get("torrents")).setAll((ObjectNode) field.getValue());
                } else {
                    buffer.set(field.getKey(), field.getValue().deepCopy());
                }
            });
        }

        private static ObjectNode withoutEmpty(ObjectNode now) {
            ObjectNode full = Json.of();
            now.fields().forEachRemaining(field -> {
                if (!field.getValue().isEmpty()) {
                    full.set(field.getKey(), field.getValue().deepCopy());
                }
            });
            return full;
        }
    }
}
