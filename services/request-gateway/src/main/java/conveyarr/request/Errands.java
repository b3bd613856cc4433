package conveyarr.request;

import conveyarr.flow.loop.Calls;
import conveyarr.request.core.Call;
import conveyarr.request.core.Call.ConsiderApproval;
import conveyarr.request.core.Call.ForwardHook;
import conveyarr.request.core.Call.RetryHandOver;
import conveyarr.request.out.ConnectionRows;
import conveyarr.request.out.CopyRows;
import conveyarr.request.out.ForwardCalls;
import conveyarr.request.out.HookRows;
import conveyarr.request.out.PortalCalls;
import conveyarr.upstream.Upstreams;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Carries out the calls that decisions asked for. */
@Startup
@Singleton
public class Errands implements Calls<Call> {
    private final ForwardCalls forward;
    private final PortalCalls portals;

    Errands(
            RequestFlow flow,
            HookRows hooks,
            ConnectionRows connections,
            CopyRows copies,
            HookKeys keys,
            Upstreams upstreams,
            Telling telling,
            ApprovalConfig config) {
        this.forward = new ForwardCalls(hooks, connections, copies, keys::of);
        this.portals = new PortalCalls(upstreams, telling::tell, config.approval(), People::ref);
        flow.carryOut(this);
    }

    @Override
    public Class<Call> family() {
        return Call.class;
    }

    @Override
    public Uni<Void> make(Call call) {
        return switch (call) {
            case ForwardHook(var receipt) -> forward.send(receipt);
            case ConsiderApproval(var request) -> portals.consider(request);
            case RetryHandOver(var request, int attempt) -> portals.retry(request, attempt);
        };
    }
}
