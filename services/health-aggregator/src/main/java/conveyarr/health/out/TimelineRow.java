package conveyarr.health.out;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A timeline in PostgreSQL; only read through this, written by {@link TimelineRows#keep}. */
@Entity
@Table(name = "timeline")
public class TimelineRow {
    @Id
    @Column(name = "request_id")
    String requestId;

    @Column(name = "stage")
    String stage;

    @Column(name = "requested_by")
    String requestedBy;

    @Column(name = "words")
    String words;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "doc")
    String doc;
}
