package conveyarr.flow.state;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;

/** The row of one aggregate: its state as JSON, and which of the states it is. A service that has to query adds columns of its own. */
@MappedSuperclass
public abstract class StateRow {
    @Id
    @Column(name = "id")
    String id;

    @Column(name = "kind")
    String kind;

    @Column(name = "state")
    String state;

    @Column(name = "changed_at")
    Instant changedAt;

    @Version
    @Column(name = "version")
    long version;

    public String id() {
        return id;
    }
}
