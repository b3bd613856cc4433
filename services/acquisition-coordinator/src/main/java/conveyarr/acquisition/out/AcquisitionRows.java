package conveyarr.acquisition.out;

import conveyarr.acquisition.core.Acquisition;
import conveyarr.flow.state.Aggregate;

/** How acquisitions are kept. */
public final class AcquisitionRows {
    public static final Aggregate<Acquisition, AcquisitionRow> AGGREGATE =
            Aggregate.of(Acquisition.class, _ -> new Acquisition.Unknown(), AcquisitionRow.class, AcquisitionRow::new);

    private AcquisitionRows() {}
}
