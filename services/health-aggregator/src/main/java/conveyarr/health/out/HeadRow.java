package conveyarr.health.out;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** What lists read of a timeline in PostgreSQL: the columns that it is found by, and its head. */
@Entity
@Immutable
@Table(name = "timeline")
public class HeadRow {
    @Id
    @Column(name = "request_id")
    String requestId;

    @Column(name = "stage")
    String stage;

    @Column(name = "media_kind")
    String mediaKind;

    @Column(name = "requested_by")
    String requestedBy;

    @Column(name = "words")
    String words;

    @Column(name = "since")
    Instant since;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "head")
    String head;
}
