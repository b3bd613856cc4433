package conveyarr.health.out;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A timeline in PostgreSQL; only read through this, written by {@link TimelineRows#keep}. */
@Entity
@Table(name = "timeline")
public class TimelineRow {
    @Id
    @Column(name = "request_id")
    String requestId;

    @Column(name = "doc")
    String doc;
}
