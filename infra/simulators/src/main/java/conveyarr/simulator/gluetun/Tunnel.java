package conveyarr.simulator.gluetun;

/** Gluetun's state: what its control server says, and whether bytes really flow. */
final class Tunnel {
    String status = "running";
    boolean flowing = true;
    String publicIp = "185.65.134.240";
    int port = 50672;
    boolean forwards = true;
    int connects;

    String stop() {
        if (!status.equals("running")) {
            return "already " + status;
        }
        lost("stopped");
        return "stopped";
    }

    /** Only what stands still is started; a crashed one is not. */
    String start() {
        if (!status.equals("stopped")) {
            return "already " + status;
        }
        connected();
        return "running";
    }

    void lost(String status) {
        this.status = status;
        flowing = false;
        publicIp = "";
        port = 0;
    }

    /** Every connect brings another address and another forwarded port. */
    void connected() {
        connects++;
        status = "running";
        flowing = true;
        publicIp = "185.65.134." + (10 + (230 + connects * 7) % 240);
        port = forwards ? 50672 + connects : 0;
    }

    void forwardNothing() {
        forwards = false;
        port = 0;
    }
}
