package conveyarr.simulator.qbittorrent;

/** The two generations of the Web API that differ for a client: before and after "stop" and "start". */
public enum Profile {
    V4_5("v4.5.2", "2.8.19", "pause", "resume"),
    V5_1("v5.1.4", "2.11.4", "stop", "start");

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
}
