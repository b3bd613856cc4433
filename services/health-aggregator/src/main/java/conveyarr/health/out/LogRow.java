package conveyarr.health.out;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** An event of the log in PostgreSQL; only read through this, written by {@link LogRows#keep}. */
@Entity
@Immutable
@Table(name = "event_log")
public class LogRow {
    @Id
    @Column(name = "seq")
    long seq;

    @Column(name = "at")
    Instant at;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "topic")
    String topic;

    @Column(name = "kind")
    String kind;

    @Column(name = "about")
    String about;

    @Column(name = "via")
    String via;

    @Column(name = "doc")
    String doc;
}
