package conveyarr.acquisition.core.repair;

import conveyarr.acquisition.core.Acquisition;
import conveyarr.acquisition.core.Acquisition.*;
import java.util.Optional;

/** Whether a title has meanwhile got what an order was to bring; of a series or an album nobody can tell from here. */
public final class Served {
    private Served() {}

    public static Optional<String> by(Acquisition state, RepairOrder order) {
        return order.media().isOneFile()
                ? switch (state) {
                    case Finished _ -> Optional.of("the title is imported by now");
                    case Removed _ -> Optional.of("the title is off the list by now");
                    case Grabbed g when !isOrdered(order, g.download()) -> another();
                    case Blocked b when !isOrdered(order, b.download()) -> another();
                    case Grabbed _, Blocked _, Wanted _, Unknown _ -> Optional.empty();
                }
                : Optional.empty();
    }

    private static Optional<String> another() {
        return Optional.of("another release is under way by now");
    }

    private static boolean isOrdered(RepairOrder order, String download) {
        return order.target().download().filter(download::equals).isPresent();
    }
}
