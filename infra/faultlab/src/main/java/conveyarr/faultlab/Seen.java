package conveyarr.faultlab;

/** A committed record, as a foreign reader sees it: {@code id} is its {@code ce_id}, {@code hash} the SHA-256 of the hook as it was sent. */
record Seen(String topic, String type, String id, long number, String hash) {}
