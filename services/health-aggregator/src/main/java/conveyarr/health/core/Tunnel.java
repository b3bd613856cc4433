package conveyarr.health.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The VPN tunnel of one gateway. */
public sealed interface Tunnel {
    String name();

    TunnelNotes notes();

    Tunnel with(TunnelNotes notes);

    /** Neither seen up nor down, or not seen for too long. {@code open} is the drop whose end we have not seen. */
    record Unknown(String name, Optional<Dropped> open, TunnelNotes notes, String why) implements Tunnel {
        static final String SILENT = "the gateway has not said anything for a while";

        public Unknown {
            why = why == null ? SILENT : why; // as written when there was no other reason
            open = open == null ? Optional.empty() : open; // as written before there were any
            notes = TunnelNotes.orEmpty(notes);
        }

        public Unknown(String name) {
            this(name, Optional.empty(), TunnelNotes.EMPTY, SILENT);
        }

        Unknown because(String other) {
            return new Unknown(name, open, notes, other);
        }

        @Override
        public Unknown with(TunnelNotes changed) {
            return new Unknown(name, open, changed, why);
        }
    }

    /** It carries traffic, as far as anybody can tell. {@code weakLooks} counts the looks in a row that left that open. */
    record Up(String name, Instant since, Address address, int weakLooks, TunnelNotes notes) implements Tunnel {
        public Up {
            notes = TunnelNotes.orEmpty(notes);
        }

        @Override
        public Up with(TunnelNotes changed) {
            return new Up(name, since, address, weakLooks, changed);
        }
    }

    record Dropped(String name, Instant since, String reason, TunnelNotes notes) implements Tunnel {
        public Dropped {
            notes = TunnelNotes.orEmpty(notes);
        }

        @Override
        public Dropped with(TunnelNotes changed) {
            return new Dropped(name, since, reason, changed);
        }
    }

    /** What the world sees of us; a public address may be unknown though the tunnel works. */
    record Address(Optional<String> publicAddress, List<Integer> forwardedPorts) {
        public static final Address NONE = new Address(Optional.empty(), List.of());
    }
}
