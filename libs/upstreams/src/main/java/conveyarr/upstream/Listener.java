package conveyarr.upstream;

/** Where a client waits for peers. {@code networkInterface} and {@code address} are "" when it takes any. */
public record Listener(int port, String networkInterface, String address, boolean randomPort) {}
