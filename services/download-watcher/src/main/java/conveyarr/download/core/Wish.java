package conveyarr.download.core;

import conveyarr.download.core.Call.Because;
import conveyarr.download.core.Care.Trouble;
import conveyarr.download.core.Download.Held;

/** Whether what a rule ordered a while ago is still to be done, as the download was seen last. */
public enum Wish {
    NOW,
    LATER,
    NEVER;

    /** Only while the trouble lasts and no later step was taken against it; what waits through no fault of its own waits with it. */
    public static Wish of(Download state, Because because) {
        boolean lasts = Wishes.patient(state)
                .flatMap(patient -> patient.care().trouble())
                .filter(trouble -> isAt(trouble, because))
                .isPresent();
        if (!lasts) {
            return NEVER;
        }
        return state instanceof Held ? LATER : NOW;
    }

    private static boolean isAt(Trouble trouble, Because because) {
        return trouble.kind() == because.kind() && trouble.taken() == because.step();
    }
}
