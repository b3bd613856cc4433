package conveyarr.request.out;

import conveyarr.flow.state.StateRow;
import conveyarr.request.core.Request;
import conveyarr.request.core.Request.Open;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A request in PostgreSQL, and what its Seerr said of it last. */
@Entity
@Table(name = "request")
public class RequestRow extends StateRow {
    @Column(name = "word")
    String word;

    static void columns(Request state, RequestRow row) {
        row.word =
                state instanceof Open open ? open.heard().now().map(Enum::name).orElse(null) : null;
    }
}
