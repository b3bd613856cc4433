package conveyarr.simulator.qbittorrent;

/** The three generations of the Web API that differ for a client: 5.0 brought "stop" and "start", 5.2 another cookie, 204 and 401, and API keys. */
public enum Profile {
    V4_5("v4.5.2", "2.8.19", "pause", "resume"),
    V5_1("v5.1.4", "2.11.4", "stop", "start"),
    V5_2("v5.2.3", "2.15.1", "stop", "start");

    final String version;
    final String webApi;
    final String stop;
    final String start;

    Profile(String version, String webApi, String stop, String start) {
        this.version = version;
        this.webApi = webApi;
        this.stop = stop;
        this.start = start;
    }

    String held(boolean done) {
        return (this == V4_5 ? "paused" : "stopped") + (done ? "UP" : "DL");
    }

    /** What a command without news is answered with. */
    int done() {
        return this == V5_2 ? 204 : 200;
    }
}
