package conveyarr.events;

import java.util.List;
import java.util.Optional;

/** Told by request-gateway on {@link Topics#REQUESTS}. */
public sealed interface RequestEvent extends DomainEvent {
    @Override
    MediaId about();

    RequestId request();

    /** Somebody asked for it. {@code requestedBy} is an opaque reference to a person, never a name. */
    @Named("request.requested.v1")
    record MediaRequested(
            MediaId about,
            RequestId request,
            String title,
            Optional<Integer> year,
            String requestedBy,
            boolean uhd,
            List<Integer> seasons)
            implements RequestEvent {}

    @Named("request.approved.v1")
    record RequestApproved(MediaId about, RequestId request, boolean automatically) implements RequestEvent {}

    @Named("request.declined.v1")
    record RequestDeclined(MediaId about, RequestId request) implements RequestEvent {}

    /** Seerr could not hand the request to the *arr; {@code again}: as it had been before, and was approved or retried since. */
    @Named("request.failed.v1")
    record RequestFailed(MediaId about, RequestId request, boolean again) implements RequestEvent {
        public RequestFailed(MediaId about, RequestId request) {
            this(about, request, false);
        }
    }

    @Named("request.withdrawn.v1")
    record RequestWithdrawn(MediaId about, RequestId request) implements RequestEvent {}

    /** Seerr itself says that the media is available. */
    @Named("request.fulfilled.v1")
    record RequestFulfilled(MediaId about, RequestId request) implements RequestEvent {}

    /** We did this to the request in Seerr; {@code by} is {@code api} or {@code rule:<name>}. A {@code refusal} is Seerr's own word: then nothing was done. */
    @Named("request.action-taken.v1")
    record RequestActionTaken(
            MediaId about, RequestId request, RequestAction action, String by, Optional<String> refusal)
            implements RequestEvent {}

    /** What can be done to a request in Seerr. */
    enum RequestAction {
        APPROVE,
        DECLINE,
        RETRY,
        WITHDRAW
    }

    /** Seerr was asked to hand the request on to the *arr once more; {@code attempt} counts from 1, a {@code refusal} is Seerr's own word. */
    @Named("request.hand-over-retried.v1")
    record HandOverRetried(MediaId about, RequestId request, int attempt, Optional<String> refusal)
            implements RequestEvent {}
}
